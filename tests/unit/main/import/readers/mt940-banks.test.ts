import { expect, test } from 'vitest';
import { mt940 } from '../../../../../src/main/import/readers/money/mt940.ts';
import { bench, importPath } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const statement = (account: string, opening: string, body: string): string =>
  `:20:S1\r\n:25:${account}\r\n:28C:1/1\r\n:60F:${opening}\r\n${body.replaceAll('\n', '\r\n')}\r\n:62F:${opening}\r\n-\r\n`;

async function rowsOf(text: string): Promise<Record<string, string>[]> {
  const { rows, problems } = await readWhole(mt940, bytesOf(text), 'a.sta');
  expect(problems).toEqual([]);
  return rows;
}

test.each([
  ['PL61109010140000071219812874', 'PLN', 'PL61109010140000071219812874'],
  ['/PL61109010140000071219812874', 'PLN', 'PL61109010140000071219812874'],
  ['PL61109010140000071219812874PLN', 'PLN', 'PL61109010140000071219812874'],
  ['INVTHUHB/123456789150ABCDEF002/HUF', 'HUF', '123456789150ABCDEF002'],
  ['INVENTBANK/0390123456', 'EUR', '0390123456'],
  ['10010010/1234567890', 'EUR', '10010010/1234567890'],
  ['1234567890EUR', 'EUR', '1234567890'],
])('field 25 as %s', async (written, currency, account) => {
  const [row] = await rowsOf(statement(written, `C260301${currency}1,00`, ':61:260301C1,00NTRFNONREF'));
  expect(row).toMatchObject({ account, currency });
});

test('a Polish bank names account, other side and title behind words with a colon', async () => {
  const body = `:61:2603010301CN0,01NTRFNONREF//MB1
911-TRANSAKCJA
:86:911 TRANSAKCJA COLLECT; ID IPH: XX1; Z RACH.:
61109010140000071219812874; OD: JAN WYMYSLONY
UL. ZMYSLONA 1; TYT.: POZYCZKA 12  ;
TNR: 17.1`;
  const [row] = await rowsOf(statement('PL61109010140000071219812874', 'C260301PLN0,40', body));
  expect(row).toMatchObject({
    direction: 'in',
    amount: '0.01',
    counterpartyAccount: 'PL61109010140000071219812874',
    counterpartyOwner: 'JAN WYMYSLONY UL. ZMYSLONA 1',
    purpose: '911 TRANSAKCJA COLLECT; ID IPH: XX1; POZYCZKA 12',
    reference: '17.1',
  });
});

test('Dutch banks write account and name behind REK and IBAN, or the account below field 61', async () => {
  const body = `:61:2603010301D72,NTRFNONREF//B1
:86:FACTUUR 2026
REK: NL91ABNA0417164300/NAAM: VERZONNEN BV
:61:260301D25,00N102EREF
NL91ABNA0417164300
:86:/EREF/E-1/BENM//NAME/VERZONNEN PERSO
ON/REMI//ISDT/2026-03-01
:61:260301D3,N654NONREF
:86:SEPA OVERBOEKING   IBAN: NL91ABNA0417164300
BIC: INVTNL2A   NAAM: J VERZONNEN   OMSCHRIJVING: HUUR MAART   KENMERK: K7`;
  const rows = await rowsOf(statement('123456789', 'C260301EUR0,', body));
  expect(rows).toMatchObject([
    { counterpartyAccount: 'NL91ABNA0417164300', counterpartyOwner: 'VERZONNEN BV', amount: '72' },
    { counterpartyAccount: 'NL91ABNA0417164300', counterpartyOwner: 'VERZONNEN PERSOON', endToEndId: 'E-1' },
    {
      counterpartyAccount: 'NL91ABNA0417164300',
      counterpartyOwner: 'J VERZONNEN',
      counterpartyBank: 'INVTNL2A',
    },
  ]);
  expect(rows[2]).toMatchObject({ purpose: 'SEPA OVERBOEKING; HUUR MAART', reference: 'K7' });
});

test('Hungarian banks: lines of account and name, or the numbered lines of field NS', async () => {
  const body = `:61:260301CF2066637,00N527
Csoportos
:86:CAB1
117730161111101800000000
KITALALT KFT.
dij, 2026.03
:61:2603010301DF2402,00S   X
:NS:01526715
02A12596785
15Kitalalt Biztosito
16Zrt.
3310918001
340000004279070017`;
  const rows = await rowsOf(
    statement('INVTHUHB/123456789150ABCDEF002/HUF', 'C260301HUF1,', `:NS:22KITALALT BELA\n23x\n${body}`),
  );
  expect(rows).toMatchObject([
    {
      direction: 'in',
      amount: '2066637.00',
      counterpartyAccount: '117730161111101800000000',
      counterpartyOwner: 'KITALALT KFT.',
      purpose: 'dij, 2026.03',
    },
    {
      direction: 'out',
      amount: '2402.00',
      counterpartyAccount: '109180010000004279070017',
      counterpartyOwner: 'Kitalalt Biztosito Zrt.',
      purpose: '526715 A12596785',
    },
  ]);
});

test('amounts without decimals, with a point for the comma, and groups; a value date of thirty days', async () => {
  const body = `:61:2603010301D9,N192NONREF
:61:260301C1234.56NTRFNONREF
:61:260301C1.234,5NTRFNONREF
:61:2602300302DR6,00N024NONREF
:61:260301RC10,NTRFNONREF`;
  const rows = await rowsOf(statement('1', 'C260301EUR0,', body));
  expect(
    rows.map(({ amount, direction, start, valueDate }) => [amount, direction, start, valueDate]),
  ).toEqual([
    ['9', 'out', '2026-03-01', '2026-03-01'],
    ['1234.56', 'in', '2026-03-01', '2026-03-01'],
    ['1234.5', 'in', '2026-03-01', '2026-03-01'],
    ['6.00', 'out', '2026-03-02', '260230'],
    ['10', 'out', '2026-03-01', '2026-03-01'],
  ]);
});

test('into a vault: two statements of a file keep their own account and currency', async () => {
  const one = bench();
  const text = `${statement('PL61109010140000071219812874', 'C260301PLN0,', ':61:260301C5,NTRFNONREF')}{1:F01INVT}{2:O940}{4:\r\n${statement('1234567890HUF', 'C260301HUF0,', ':61:260301D15000,NTRFNONREF')}`;
  const report = await importPath(one, one.write('two.sta', text));
  expect(report).toMatchObject({ rows: 2, imported: 2, rejected: 0 });
  expect(
    one.database.all(
      `SELECT a.label AS payer, b.label AS payee, amount_minor AS minor, currency FROM event
       LEFT JOIN entity a ON a.seq = from_seq LEFT JOIN entity b ON b.seq = to_seq ORDER BY event.seq`,
    ),
  ).toEqual([
    { payer: null, payee: 'PL61109010140000071219812874', minor: 500, currency: 'PLN' },
    { payer: '1234567890', payee: null, minor: 1_500_000, currency: 'HUF' },
  ]);
});
