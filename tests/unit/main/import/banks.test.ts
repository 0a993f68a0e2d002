import { expect, test } from 'vitest';
import { bench, importPath } from './helpers.ts';

type Movement = readonly [
  payer: string | null,
  payee: string | null,
  minor: number | null,
  currency: string | null,
];

/** What an untouched suggestion makes of a file: payments in the order of the rows, and what was rejected. */
async function movements(
  name: string,
  text: string,
): Promise<{ moved: Movement[]; rejected: [number, string][] }> {
  const one = bench();
  const report = await importPath(one, one.write(name, text));
  expect(report.rows).toBe(report.imported + report.rejected);
  const moved = one.database
    .all<{ payer: string | null; payee: string | null; minor: number | null; currency: string | null }>(
      `SELECT a.label AS payer, b.label AS payee, amount_minor AS minor, currency FROM event
       LEFT JOIN entity a ON a.seq = from_seq LEFT JOIN entity b ON b.seq = to_seq
       WHERE event.type = 'payment' ORDER BY event.seq`,
    )
    .map(({ payer, payee, minor, currency }): Movement => [payer, payee, minor, currency]);
  return { moved, rejected: report.rejectedRows.map(({ line, code }) => [line, code]) };
}

const RO = 'RO49AAAA1B31007593840000';
const MD = 'MD24AG000225100013104168';
const UA = 'UA213223130000026007233566001';

test('a card list with sums in two currencies: the one whose head names its currency is taken', async () => {
  const { moved } = await movements(
    'card.csv',
    `"Дата i час операції","Деталі операції",MCC,"Сума в валюті картки (UAH)","Сума в валюті операції",Валюта,Курс,"Залишок після операції"
"01.03.2026 10:15:00","Від: Олена",4829,2000.00,2000.00,UAH,—,12345.67
"03.03.2026 12:15:00","Invented Shop",5999,-430.1,-10.0,USD,43.01,12000.15
`,
  );
  expect(moved).toEqual([
    [null, 'card', 200_000, 'UAH'],
    ['card', null, 43_010, 'UAH'],
  ]);
});

test('sums with a currency column each: the head says which belongs to which', async () => {
  const { moved } = await movements(
    'two.csv',
    `Дата операции;Номер карты;Сумма операции;Валюта операции;Сумма платежа;Валюта платежа;Описание
01.03.2026 12:00:00;*0000;-100,00;EUR;-9800,00;RUB;Выдуманный магазин
02.03.2026 12:00:00;*0000;500,00;RUB;500,00;RUB;Перевод
`,
  );
  expect(moved).toEqual([
    ['*0000', null, 10_000, 'EUR'],
    [null, '*0000', 50_000, 'RUB'],
  ]);
});

test('a title row of full width, several cards, the card as own side', async () => {
  const { moved } = await movements(
    'cards.csv',
    `"Історія операцій за період 11.04.2026 - 11.07.2026",,,,,
Дата,Картка,Опис операції,Сума в валюті картки,Валюта картки,Залишок на кінець періоду
10.07.2026 03:30:50,0000 **** **** 0001,Вигадка,-281,UAH,87654.32
10.07.2026 03:10:50,0000 **** **** 0002,Від Олени,1500.5,UAH,87935.32
`,
  );
  expect(moved).toEqual([
    ['0000 **** **** 0001', null, 28_100, 'UAH'],
    [null, '0000 **** **** 0002', 150_050, 'UAH'],
  ]);
});

test('the account and its currency stand in the lines above the table, totals below are rejected', async () => {
  const { moved, rejected } = await movements(
    'extras.csv',
    `Banca Inventată S.A.
Client: ,ION INVENTAT
Numar cont: ,${RO}
Perioada:,01/03/2026-31/03/2026

Data tranzactie,Data valuta,Descriere,Referinta,Debit,Credit,Sold contabil
2026-03-01,2026-03-01,Plata,REF1,"-1,250.00",,"5,000.00"
2026-03-02,2026-03-02,Incasare,REF2,,"300.50","5,300.50"
Total,,,,"-1,250.00","300.50",
`,
  );
  expect(moved).toEqual([
    [RO, null, 125_000, 'RON'],
    [null, RO, 30_050, 'RON'],
  ]);
  expect(rejected).toEqual([[9, 'amount-unreadable']]);
});

test('a Polish statement below a page of titles, apostrophes around account numbers', async () => {
  const { moved, rejected } = await movements(
    'lista.csv',
    `Bank Wymyślony;
Skrytka 1;
00-000 Łódź;
www.example.invalid;

#Klient;
JAN WYMYŚLONY;

Lista operacji;

#Za okres:;
01.03.2026;31.03.2026;

#Waluta;#Wpływy;#Wydatki;
PLN;1 250,00;-12,50;

#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;
2026-03-01;2026-03-01;PRZELEW;"pożyczka";"ANNA ZMYŚLONA";'61109010140000071219812874';1 250,00;3 000,00;
2026-03-02;2026-03-02;KARTA;"sklep";"  ";'';-12,50;2 987,50;
;;;;;;#Saldo końcowe;2 987,50;
`,
  );
  expect(moved).toEqual([
    ['61109010140000071219812874', 'lista', 125_000, 'PLN'],
    ['lista', null, 1250, 'PLN'],
  ]);
  expect(rejected).toEqual([[20, 'amount-unreadable']]);
});

test('a Hungarian statement, both accounts in the row', async () => {
  const { moved } = await movements(
    'kivonat.txt',
    `könyvelés dátuma\ttípus\tkönyvelési számla\tpartner számla\tpartner elnevezése\tösszeg\tösszeg devizaneme\tközlemény
2026.03.01\tÁtutalás\t117730161111101800000000\t109180010000004279070017\tPélda Kft.\t-15000\tHUF\tszámla
2026.03.02\tJóváírás\t117730161111101800000000\t\tMinta Anna\t25 000\tHUF\tköszönöm
`,
  );
  expect(moved).toEqual([
    ['117730161111101800000000', '109180010000004279070017', 1_500_000, 'HUF'],
    ['Minta Anna', '117730161111101800000000', 2_500_000, 'HUF'],
  ]);
});

test('payer and payee named beside signed sums and a balance: movements of one account', async () => {
  const { moved } = await movements(
    'transfers.csv',
    `ID,Date,Amount,Currency,Description,Running Balance,Payer Name,Payee Name,Payee Account Number
T1,01-03-2026,-100.00,EUR,Sent money,900.00,,Ion Inventat,${RO}
T2,14-03-2026,250.00,EUR,Received money,1150.00,Olena Vyhadana,,
`,
  );
  expect(moved).toEqual([
    ['transfers', RO, 10_000, 'EUR'],
    ['Olena Vyhadana', 'transfers', 25_000, 'EUR'],
  ]);
});

test('the currency in the cell of the sum counts, a contradiction to its column rejects the row', async () => {
  const loose = await movements(
    'loose.csv',
    'Дата;Контрагент;Сума;Залишок\n01.03.2026;ТОВ Вигадка;−1\u00a0234,56 грн;10\n02.03.2026;Олена Вигадана;1\u202f000,00 USD;60\n',
  );
  expect(loose.moved).toEqual([
    ['loose', 'ТОВ Вигадка', 123_456, 'UAH'],
    ['Олена Вигадана', 'loose', 100_000, 'USD'],
  ]);
  const strict = await movements(
    'strict.csv',
    'Date,Counterparty,Amount,Currency\n2026-03-01,Ion Inventat,-5.00 USD,EUR\n2026-03-02,Ion Inventat,-5.00 EUR,EUR\n',
  );
  expect(strict.moved).toEqual([['strict', 'Ion Inventat', 500, 'EUR']]);
  expect(strict.rejected).toEqual([[2, 'currency-unreadable']]);
});

test('sums in minor units, where the head or the known list of a bank says so', async () => {
  const head = await movements(
    'kop.csv',
    'Дата;Платник;Отримувач;Сума (коп.)\n01.03.2026;ТОВ Вигадка;Олена Вигадана;123456\n02.03.2026;ТОВ Вигадка;Олена Вигадана;0,5\n',
  );
  expect(head.moved).toEqual([['ТОВ Вигадка', 'Олена Вигадана', 123_456, 'UAH']]);
  expect(head.rejected).toEqual([[3, 'amount-unreadable']]);
  const list = await movements(
    'api.json',
    JSON.stringify([
      {
        id: 'a1',
        time: 1_772_359_200,
        description: 'Від: Олена',
        mcc: 4829,
        amount: -12_050,
        operationAmount: -12_050,
        currencyCode: 980,
        commissionRate: 0,
        balance: 100_025,
        counterName: 'Олена Вигадана',
        counterIban: UA,
      },
    ]),
  );
  expect(list.moved).toEqual([['api', UA, 12_050, 'UAH']]);
  const nested = await movements(
    'tx.json',
    '{"data":{"transactions":[{"timestamp":"2026-03-01T10:00:00Z","sender":"Ion Inventat","receiver":"Example SRL","amount_minor":7,"currency":"JPY"}]}}',
  );
  expect(nested.moved).toEqual([['Ion Inventat', 'Example SRL', 7, 'JPY']]);
});

test('explorers of chains: in and out in two columns, tokens by their symbol, satoshi of bitcoin', async () => {
  const [a, b] = ['0x52908400098527886e0f7030069857d2e4169ee7', '0x8617e340b3d01fa5f11f306f4090fd50e238070d'];
  const coins = await movements(
    'export.csv',
    `"Txhash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","ContractAddress","Value_IN(ETH)","Value_OUT(ETH)","CurrentValue @ $3000/Eth","TxnFee(ETH)"
"0xaa","19000000","1772359200","2026-03-01 10:00:00","${a}","${b}","","0","0.123456789012345678","","0.00042"
"0xbb","19000001","1772369200","2026-03-01 12:46:40","${b}","${a}","","1.5","0","","0.00042"
`,
  );
  expect(coins.moved).toEqual([
    [a, b, null, null],
    [b, a, 1_500_000_000, 'ETH'],
  ]);
  const tokens = await movements(
    'trc20.csv',
    'Transaction ID,Time,From,To,Quantity,Token Symbol\n6f,2026-03-01 10:00:00,TJRabPrwbZy45sbavfcjinPJC18kjpRTv8,TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7,"1,250.5",USDT\n',
  );
  expect(tokens.moved.map(([, , minor, currency]) => [minor, currency])).toEqual([[1_250_500_000, 'USDT']]);
  const satoshi = await movements(
    'btc.tsv',
    'block_id\ttime\tsender\trecipient\tvalue\tvalue_usd\n800000\t2026-03-01 10:00:00\t1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa\t3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy\t12345678\t7000.5\n',
  );
  expect(satoshi.moved.map(([, , minor, currency]) => [minor, currency])).toEqual([[12_345_678, 'BTC']]);
});

test('a quantity of goods between two firms is no money, and a word for the entry says which way', async () => {
  const goods = await movements(
    'goods.csv',
    'Date,Sender,Recipient,Goods,Quantity\n2026-03-01,Alfa Exemplu SRL,Beta Exemplu SRL,pipes,1200\n',
  );
  expect(goods.moved).toEqual([]);
  const marked = await movements(
    'marked.csv',
    `Date,Particulars,Amount,Entry,Account
01-Mar-2026,Inventat,"1,25,000.00",DR,${MD}
02-Mar-2026,Vyhadana,500.00,CR,${MD}
`,
  );
  expect(marked.moved.map(([payer, payee, minor]) => [payer, payee, minor])).toEqual([
    [MD, null, 12_500_000],
    [null, MD, 50_000],
  ]);
});

test('what an account held before and after is left out, said and counted, never a movement', async () => {
  const one = bench();
  const text = `Data,Descriere,Debit,Credit
01.03.2026,Sold inițial,,"1,000.00"
02.03.2026,Plata,"250.00",
31.03.2026,Sold final,,"750.00"
`;
  const report = await importPath(one, one.write('a.csv', text));
  expect(report).toMatchObject({ rows: 3, imported: 1, rejected: 0, leftOut: 2 });
  expect(one.database.all('SELECT amount_minor AS minor FROM event')).toEqual([{ minor: 25_000 }]);
});

test('sums in thousands by their head stay as written; goods go from sender to recipient', async () => {
  const one = bench();
  const thousands = await importPath(
    one,
    one.write('t.csv', 'Дата;Сума, тис. грн;Платник;Отримувач\n01.03.2026;12,5;ТОВ Вигадка;Олена Вигадана\n'),
  );
  expect(thousands).toMatchObject({ imported: 1, rejected: 0 });
  const customs = await importPath(
    one,
    one.write(
      'c.csv',
      `Номер декларації;Дата оформлення;Відправник;Отримувач;ЄДРПОУ отримувача;Опис товару;Митна вартість, грн
UA100000/2026/000001;01.03.2026;Invented Trading Ltd;ТОВ Вигадка;00000002;Труби;1 234 567,89
`,
    ),
  );
  expect(customs).toMatchObject({ imported: 1, rejected: 0, events: 1 });
  expect(one.database.all('SELECT amount_minor AS minor FROM event')).toEqual([
    { minor: null },
    { minor: null },
  ]);
  expect(
    one.database.all(
      `SELECT a.label AS sender, b.label AS recipient, event.type AS type FROM event
       JOIN entity a ON a.seq = from_seq JOIN entity b ON b.seq = to_seq ORDER BY event.seq DESC LIMIT 1`,
    ),
  ).toEqual([{ sender: 'Invented Trading Ltd', recipient: 'ТОВ Вигадка', type: 'movement' }]);
});
