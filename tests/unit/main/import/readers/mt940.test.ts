import { expect, test } from 'vitest';
import { mt940 } from '../../../../../src/main/import/readers/money/mt940.ts';
import { readDetails } from '../../../../../src/main/import/readers/money/mt940-details.ts';
import { readMovement } from '../../../../../src/main/import/readers/money/mt940-line.ts';
import { bench, importPath } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const STATEMENTS = `{1:F01BANKMD22XXXX}{2:O940}{4:
:20:STMT1
:25:MD24AG000225100013104168MDL
:28C:1/1
:60F:C260101MDL100,00
:61:2601010101D65,5NTRFINV 7//BANK-1
:86:166?00PLATA?20EREF+E2E-77?21SVWZ+Factura numarul sapt?22ezeci?30MOBBMD22?31MD
20AG000000022500000000?32Beta?33 Exemplu SRL
:61:2601020102RC10,NTRFNONREF
:86:storno
:61:26XX020102C10,NTRFNONREF
:62F:C260102MDL34,5
-}
{4:
:20:STMT2
:25:22510001
:28C:2/1
:60F:C260103EUR0,
:61:2512310103CR3,14NMSCNONREF
:86:/TRTP/SEPA/IBAN/RO49AAAA1B31007593840000/BIC/AAAAROBU/NAME/Ana Model/REMI/USTD//pentru chirie/EREF/NOTPROVIDED
-}`;

test('two statements in one file, each with its account, currency and movements', async () => {
  const { rows, problems } = await readWhole(mt940, bytesOf(STATEMENTS.replaceAll('\n', '\r\n')), 'a.sta');
  expect(rows).toMatchObject([
    {
      account: 'MD24AG000225100013104168',
      counterpartyAccount: 'MD20AG000000022500000000',
      counterpartyOwner: 'Beta Exemplu SRL',
      counterpartyBank: 'MOBBMD22',
      direction: 'out',
      amount: '65.5',
      currency: 'MDL',
      start: '2026-01-01',
      purpose: 'Factura numarul sapt ezeci',
      endToEndId: 'E2E-77',
      reference: 'INV 7',
      bankReference: 'BANK-1',
      transactionCode: 'NTRF 166 PLATA',
      statement: 'STMT1 1/1',
    },
    { direction: 'out', reversal: 'yes', amount: '10', purpose: 'storno' },
    {
      account: '22510001',
      direction: 'in',
      amount: '3.14',
      currency: 'EUR',
      start: '2026-01-03',
      valueDate: '2025-12-31',
      counterpartyOwner: 'Ana Model',
      purpose: 'pentru chirie',
    },
  ]);
  expect(problems).toEqual([[11, 'movement-unreadable', '26XX020102C10,NTRFNONREF']]);
});

test.each([
  ['2602300230D1,NTRF', null],
  ['2601010101X1,NTRF', null],
  ['2601010101D,NTRF', null],
  ['2601010101RD1,NTRFx', { direction: 'in', reversal: true, amount: '1.' }],
  ['260101ED1,5NTRFx', { direction: 'out', expected: true, entryDate: '2026-01-01' }],
  ['2601021231D1,NTRFx', { entryDate: '2025-12-31', valueDate: '2026-01-02' }],
  ['991231D1,NTRFx', { valueDate: '1999-12-31' }],
])('movement line %s', (text, expected) => {
  if (expected === null) expect(readMovement(text)).toBeNull();
  else expect(readMovement(text)).toMatchObject(expected);
});

test.each([
  [
    ['UA213223130000026007233566001 Петро Зразок', '', 'за послуги'],
    { account: 'UA213223130000026007233566001', name: 'Петро Зразок', purpose: 'за послуги' },
  ],
  [
    ['~00CODE~20part of a text that is cut he~21re~32Олена~33 Зразок'],
    { name: 'Олена Зразок', purpose: 'part of a text that is cut here' },
  ],
  [
    ['/CNTP/RO49AAAA1B31007593840000/AAAAROBU/Model SRL/Iasi///REMI/USTD//a b/'],
    { account: 'RO49AAAA1B31007593840000', name: 'Model SRL', purpose: 'a b' },
  ],
  [['plain text over', 'two lines'], { account: '', name: '', purpose: 'plain text over two lines' }],
  [[], { purpose: '' }],
])('field 86 %j', (lines, expected) => {
  expect(readDetails(lines)).toMatchObject(expected);
});

test('into a vault: payments by direction; a statement without a currency gives none', async () => {
  const one = bench();
  const path = one.write('a.sta', STATEMENTS.replace(':60F:C260103EUR0,\n', ''));
  const report = await importPath(one, path);
  expect(report).toMatchObject({
    rows: 4,
    imported: 2,
    rejected: 2,
    rejectedByReason: { 'currency-unreadable': 1, 'movement-unreadable': 1 },
  });
  expect(one.database.all('SELECT amount_minor, currency FROM event ORDER BY seq')).toEqual([
    { amount_minor: 6550, currency: 'MDL' },
    { amount_minor: 1000, currency: 'MDL' },
  ]);
});

test('a field longer than a million characters costs its own movement only', async () => {
  const text = STATEMENTS.replace(':86:storno', `:86:${'x'.repeat(1_200_000)}`);
  const { rows, problems } = await readWhole(mt940, bytesOf(text), 'a.sta', 65_536);
  expect(rows).toHaveLength(2);
  expect(problems.map(([, code]) => code)).toEqual(['row-too-long', 'movement-unreadable']);
});
