import { expect, test } from 'vitest';
import { readAmount, readCurrency } from '../../../../src/main/import/amount.ts';
import { bench, importPath } from './helpers.ts';

interface Movement {
  payer: string | null;
  payee: string | null;
  minor: number;
  currency: string;
}

async function movements(text: string): Promise<{ moved: Movement[]; rejected: [number, string][] }> {
  const one = bench();
  const report = await importPath(one, one.write('Рахунок Вигаданого.csv', text));
  expect(report.rows).toBe(report.imported + report.rejected);
  const moved = one.database.all<Movement>(
    `SELECT a.label AS payer, b.label AS payee, amount_minor AS minor, currency
     FROM event LEFT JOIN entity a ON a.seq = from_seq LEFT JOIN entity b ON b.seq = to_seq ORDER BY event.seq`,
  );
  return { moved, rejected: report.rejectedRows.map(({ line, code }) => [line, code]) };
}

const OWN = 'Рахунок Вигаданого';

test('a debit and a credit column: the way of the money, noughts for blanks, both filled is no amount', async () => {
  const { moved, rejected } = await movements(
    `Дата;Контрагент;Призначення;Дебет;Кредит;Залишок
01.03.2026;ТОВ Вигадка;оплата;1 234,56;0,00;10
02.03.2026;Олена Вигадана;повернення;;50,00;60
03.03.2026;Іон Вигаданий;?;10,00;20,00;70
04.03.2026;Іон Вигаданий;?;;;70
05.03.2026;;комісія;3,5;;66
06.03.2026;Іон Вигаданий;?;багато;;70
`,
  );
  expect(moved).toEqual([
    { payer: OWN, payee: 'ТОВ Вигадка', minor: 123_456, currency: 'UAH' },
    { payer: 'Олена Вигадана', payee: OWN, minor: 5000, currency: 'UAH' },
    { payer: OWN, payee: null, minor: 350, currency: 'UAH' },
  ]);
  expect(rejected).toEqual([
    [4, 'amount-unreadable'],
    [5, 'amount-missing'],
    [7, 'amount-unreadable'],
  ]);
});

test('a debit column that writes its sums with a minus', async () => {
  const { moved } = await movements(
    'Date,Counterparty,Debit,Credit,Currency\n2026-03-01,Ion Inventat,-100.25,,MDL\n2026-03-02,Ion Inventat,,7.00,498\n',
  );
  expect(moved).toEqual([
    { payer: OWN, payee: 'Ion Inventat', minor: 10_025, currency: 'MDL' },
    { payer: 'Ion Inventat', payee: OWN, minor: 700, currency: 'MDL' },
  ]);
});

test('signed amounts of one account, in the minor units of their currency', async () => {
  const { moved, rejected } = await movements(
    `Account,Date,Amount,Currency,Counterparty
MD24AG000225100013104168,2026-03-01,-1500,JPY,Ion Inventat
MD24AG000225100013104168,2026-03-02,"+1,250.505",KWD,Ion Inventat
MD24AG000225100013104168,2026-03-03,(20.10),EUR,Ion Inventat
MD24AG000225100013104168,2026-03-04,30.00-,EUR,Ion Inventat
MD24AG000225100013104168,2026-03-05,1.505,EUR,Ion Inventat
MD24AG000225100013104168,2026-03-06,n/a,EUR,Ion Inventat
`,
  );
  const [first] = moved;
  expect(moved.map(({ minor, currency }) => [minor, currency])).toEqual([
    [1500, 'JPY'],
    [1_250_505, 'KWD'],
    [2010, 'EUR'],
    [3000, 'EUR'],
  ]);
  expect(moved.map(({ payee }) => payee === 'Ion Inventat')).toEqual([true, false, true, true]);
  expect(first?.payer).toBe('MD24AG000225100013104168');
  expect(rejected).toEqual([
    [6, 'amount-unreadable'],
    [7, 'amount-unreadable'],
  ]);
});

test('a mark beside the sum says which way, and the account of the other party is its own', async () => {
  const { moved } = await movements(
    `Дата;Сума;Д/К;Контрагент;Рахунок контрагента
01.03.2026;100,00;Д;Олена Вигадана;UA213223130000026007233566001
02.03.2026;40,00;К;Олена Вигадана;UA213223130000026007233566001
`,
  );
  expect(moved).toEqual([
    { payer: OWN, payee: 'UA213223130000026007233566001', minor: 10_000, currency: 'UAH' },
    { payer: 'UA213223130000026007233566001', payee: OWN, minor: 4000, currency: 'UAH' },
  ]);
});

test('sums taken off are written in three ways; currencies also by their number', () => {
  for (const text of ['-100.00', '100.00-', '(100.00)', '−100.00'])
    expect(readAmount(text, 'EUR', '.')).toBe(-10_000);
  expect(readAmount('(100.00', 'EUR', '.')).toBeNull();
  expect(readCurrency('980', 'UA')).toBe('UAH');
  expect(readAmount('5', 'XAF', '.')).toBe(5);
});
