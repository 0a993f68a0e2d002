import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { camt } from '../../../../../src/main/import/readers/money/camt.ts';
import { bench, importPath } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const OWN =
  '<Acct><Id><IBAN>MD24AG000225100013104168</IBAN></Id><Ownr><Nm>Alfa Exemplu SRL</Nm></Ownr></Acct>';
const notification = (entries: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}\n<c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.054.001.04"><c:BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N1</Id>${OWN}\n${entries}\n</Ntfctn></c:BkToCstmrDbtCdtNtfctn></c:Document>`;
const entry = (amount: string, mark: string, inside = ''): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt>${mark}<Sts>BOOK</Sts><BookgDt><Dt>2026-01-03</Dt></BookgDt>${inside}</Ntry>`;
const IN = '<CdtDbtInd>CRDT</CdtDbtInd>';
const OUT = '<CdtDbtInd>DBIT</CdtDbtInd>';
const BATCH = `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>
<TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy="EUR">10.00</Amt><RltdPties><Cdtr><Nm>Іван Зразок</Nm></Cdtr></RltdPties></TxDtls>
<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">19.50</Amt></TxAmt></AmtDtls><RltdPties><Cdtr><Pty><Nm>Beta Test SRL</Nm></Pty></Cdtr><CdtrAcct><Id><Othr><Id>2251-77</Id></Othr></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls>`;

test('an entry of several transactions is a row for each, and says where they do not add up', async () => {
  const { rows, problems } = await readWhole(
    camt,
    bytesOf(notification(entry('30.00', OUT, BATCH))),
    'a.xml',
  );
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    {
      account: 'MD24AG000225100013104168',
      counterpartyName: 'Іван Зразок',
      direction: 'out',
      amount: '10.00',
      endToEndId: 'E-1',
      batchTotal: '30.00 EUR',
      batchDifference: '0.5',
    },
    {
      counterpartyAccount: '2251-77',
      counterpartyOwner: 'Beta Test SRL',
      counterpartyKind: 'bank_account',
      amount: '19.50',
      batchCount: '2',
    },
  ]);
});

test('where the bank gives only the sum of a batch, it is one payment that names all of them', async () => {
  const details = BATCH.replace(/<Amt Ccy="EUR">[\d.]+<\/Amt>/g, '');
  const { rows } = await readWhole(camt, bytesOf(notification(entry('29.50', OUT, details))), 'a.xml');
  expect(rows).toMatchObject([{ amount: '29.50', purpose: 'Іван Зразок, E-1; Beta Test SRL, 2251-77' }]);
});

test('a reversal says where the money goes now; its parties keep their first roles', async () => {
  const parties =
    '<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Alfa Exemplu SRL</Nm></Dbtr><Cdtr><Nm>Gama</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>';
  const reversed = `${IN}<RvslInd>true</RvslInd>`;
  const { rows } = await readWhole(camt, bytesOf(notification(entry('5', reversed, parties))), 'a.xml');
  expect(rows).toMatchObject([{ direction: 'in', reversal: 'yes', counterpartyName: 'Gama' }]);
});

test('a bank that names the other side in the wrong role is understood', async () => {
  const parties =
    '<NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Delta</Nm></Cdtr><CdtrAcct><Id><IBAN>RO49AAAA1B31007593840000</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls>';
  const { rows } = await readWhole(camt, bytesOf(notification(entry('5', IN, parties))), 'a.xml');
  expect(rows).toMatchObject([
    { direction: 'in', counterpartyAccount: 'RO49AAAA1B31007593840000', counterpartyOwner: 'Delta' },
  ]);
});

test('an amount that is none, a sign beside the mark and a missing mark reject their rows with a line', async () => {
  const broken = [entry('abc', IN), entry('-5.00', IN), entry('1,234', OUT), entry('5', '')].join('\n');
  const { rows, problems } = await readWhole(camt, bytesOf(notification(broken)), 'a.xml');
  expect(rows).toEqual([]);
  expect(problems.map(([line, code]) => [line, code])).toEqual([
    [3, 'amount-unreadable'],
    [4, 'amount-unreadable'],
    [5, 'amount-unreadable'],
    [6, 'direction-missing'],
  ]);
});

test('the encoding that the declaration names is believed', async () => {
  const head = '<?xml version="1.0" encoding="windows-1251"?>';
  const bytes = iconv.encode(notification(entry('29.50', OUT, BATCH), head), 'windows-1251');
  const { rows } = await readWhole(camt, bytes, 'a.xml');
  expect(rows[0]?.counterpartyName).toBe('Іван Зразок');
});

test.each([
  ['one that breaks off', notification(entry('1', IN)).slice(0, 400), 'import.xml-broken'],
  ['one with entities of its own', notification(entry('&bomb;', IN)), 'import.xml-broken'],
  ['one nested without end', notification('<Ntry>'.repeat(5000)), 'import.xml-oversized'],
])('%s is refused by name', async (_what, text, code) => {
  const refused = await readWhole(camt, bytesOf(text), 'a.xml').catch((error) => error);
  expect(refused.error.code).toBe(code);
});

test('into a vault: money to the minor unit of each currency, from and to by direction, nothing to set', async () => {
  const one = bench();
  const yen = entry(
    '500',
    IN,
    BATCH.replaceAll('EUR', 'JPY').replaceAll('Cdtr', 'Dbtr').replace('10.00', '480').replace('19.50', '20'),
  ).replace('EUR', 'JPY');
  const dinar = entry('1.234', OUT).replace('EUR', 'KWD');
  const report = await importPath(
    one,
    one.write('n.xml', notification([yen, dinar, entry('x', IN)].join('\n'))),
  );
  expect(report).toMatchObject({
    rows: 4,
    imported: 3,
    rejected: 1,
    events: 3,
    rejectedByReason: { 'amount-unreadable': 1 },
  });
  const events = one.database.all<Record<string, unknown>>(
    `SELECT a.label AS sender, b.label AS recipient, amount_minor, currency FROM event
     LEFT JOIN entity a ON a.seq = from_seq LEFT JOIN entity b ON b.seq = to_seq ORDER BY event.seq`,
  );
  expect(events).toEqual([
    { sender: 'Іван Зразок', recipient: 'MD24AG000225100013104168', amount_minor: 480, currency: 'JPY' },
    { sender: '2251-77', recipient: 'MD24AG000225100013104168', amount_minor: 20, currency: 'JPY' },
    { sender: 'MD24AG000225100013104168', recipient: null, amount_minor: 1234, currency: 'KWD' },
  ]);
});

test('charges, address and number of the other side, and a date with an offset', async () => {
  const inside = `<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">0.50</TtlChrgsAndTaxAmt></Chrgs><NtryDtls><TxDtls><RltdPties>
<Cdtr><Pty><Nm>Beta Test SRL</Nm><PstlAdr><StrtNm>Strada Inventată</StrtNm><BldgNb>1</BldgNb><TwnNm>Bălți</TwnNm><Ctry>MD</Ctry></PstlAdr><Id><OrgId><Othr><Id>1000000000001</Id></Othr></OrgId></Id></Pty></Cdtr></RltdPties></TxDtls></NtryDtls>`;
  const text = notification(entry('5.00', OUT, inside)).replace('2026-01-03</Dt>', '2026-01-03+02:00</Dt>');
  const { rows } = await readWhole(camt, bytesOf(text), 'a.xml');
  expect(rows).toMatchObject([
    {
      counterpartyName: 'Beta Test SRL',
      counterpartyAddress: 'Strada Inventată, 1, Bălți, MD',
      counterpartyId: '1000000000001',
      charges: '0.50 EUR',
      start: '2026-01-03',
    },
  ]);
});

test('a batch whose transactions go both ways is not said to differ from its sum', async () => {
  const mixed = BATCH.replace(
    '<Amt Ccy="EUR">10.00</Amt>',
    '<Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>',
  );
  const { rows } = await readWhole(camt, bytesOf(notification(entry('9.50', OUT, mixed))), 'a.xml');
  expect(rows.map(({ direction, batchDifference }) => [direction, batchDifference])).toEqual([
    ['in', undefined],
    ['out', undefined],
  ]);
});
