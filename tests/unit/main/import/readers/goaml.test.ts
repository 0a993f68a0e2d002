import { expect, test } from 'vitest';
import { goaml } from '../../../../../src/main/import/readers/money/goaml.ts';
import { bench, importPath } from '../helpers.ts';
import { bytesOf, readWhole } from './read-whole.ts';

const person = (first: string, last: string, more = ''): string =>
  `<first_name>${first}</first_name><last_name>${last}</last_name>${more}`;
const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<report><rentity_id>4</rentity_id><report_code>STR</report_code><entity_reference>R-1</entity_reference><currency_code_local>MDL</currency_code_local>
<reporting_person>${person('Not', 'Wanted')}</reporting_person>
<transaction><transactionnumber>T1</transactionnumber><date_transaction>2026-02-03T10:00:00</date_transaction><amount_local>1500.50</amount_local>
<t_from_my_client><from_funds_code>K</from_funds_code><from_foreign_currency><foreign_currency_code>EUR</foreign_currency_code><foreign_amount>75</foreign_amount></from_foreign_currency>
<from_account><institution_name>Banca</institution_name><account>22510001</account><t_entity><name>Alfa Exemplu SRL</name><incorporation_number>1003600000000</incorporation_number><director_id>${person('Ion', 'Exemplu')}</director_id></t_entity>
<signatory><t_person>${person('Ana', 'Model', '<birthdate>1990-01-02T00:00:00</birthdate><id_number>2000000000000</id_number>')}</t_person></signatory></from_account></t_from_my_client>
<t_to><to_person>${person('Petro', 'Zrazok')}</to_person></t_to></transaction>
<transaction><transactionnumber>T2</transactionnumber><date_transaction>2026-02-03T10:00:00</date_transaction><amount_local>1,500</amount_local></transaction>
<activity><report_parties><report_party><person>${person('Olha', 'Pryklad')}</person><reason>opened the box</reason></report_party></report_parties></activity></report>`;

test('a transaction with both sides; everybody further it names is a row of their own', async () => {
  const { rows, problems } = await readWhole(goaml, bytesOf(REPORT), 'r.xml');
  expect(rows).toMatchObject([
    {
      transaction: 'T1',
      amount: '1500.50',
      currency: 'MDL',
      originalAmount: '75 EUR',
      fromAccount: '22510001',
      fromOwner: 'Alfa Exemplu SRL',
      toLabel: 'Petro Zrazok',
      toType: 'person',
    },
    {
      partyAccount: '22510001',
      partyOwner: 'Ana Model',
      partyOwnerBirthDate: '1990-01-02',
      partyOwnerLink: 'controls',
    },
    { partyLabel: 'Alfa Exemplu SRL', partyOwner: 'Ion Exemplu', partyOwnerLink: 'directs' },
    { partyLabel: 'Olha Pryklad', partyReason: 'opened the box' },
  ]);
  expect(problems).toEqual([[9, 'amount-unreadable', 'T2 | 2026-02-03T10:00:00 | 1,500 | MDL']]);
});

test('into a vault: one payment, the people behind both sides, nobody of the reporting bank', async () => {
  const one = bench();
  const report = await importPath(one, one.write('r.xml', REPORT));
  expect(report).toMatchObject({ rows: 5, imported: 4, rejected: 1, events: 1 });
  expect(one.database.all('SELECT type, label FROM entity ORDER BY type, label')).toEqual([
    { type: 'bank_account', label: '22510001' },
    { type: 'organisation', label: 'Alfa Exemplu SRL' },
    { type: 'person', label: 'Ana Model' },
    { type: 'person', label: 'Ion Exemplu' },
    { type: 'person', label: 'Olha Pryklad' },
    { type: 'person', label: 'Petro Zrazok' },
  ]);
  expect(one.database.all('SELECT amount_minor, currency FROM event')).toEqual([
    { amount_minor: 150_050, currency: 'MDL' },
  ]);
  const links = one.database.all<{ type: string }>('SELECT type FROM link ORDER BY type');
  expect(links.map(({ type }) => type)).toEqual(['controls', 'directs', 'owns']);
});

const phone = (prefix: string, number: string): string =>
  `<phone><tph_country_prefix>${prefix}</tph_country_prefix><tph_number>${number}</tph_number></phone>`;
const SECOND = `<report><rentity_id>4</rentity_id><report_code>STR</report_code><entity_reference>R-2</entity_reference><fiu_ref_number/><currency_code_local>MDL</currency_code_local>
<transaction><transactionnumber>T1</transactionnumber><date_transaction>2026-02-03T10:00:00</date_transaction><amount_local>10.00</amount_local>
<t_from><t_conductor>${person('Vasyl', 'Nosiy')}</t_conductor><from_person>${person('Ion', 'Exemplu', `<birthdate>1985-03-12T00:00:00</birthdate><phones>${phone('373', '22000001')}${phone('373', '022000002')}</phones><addresses><address><address>Str. Inventată 1</address><city>Bălți</city><country_code>MD</country_code></address><address><address>Str. Inventată 2</address></address></addresses><identifications><identification><number>AB000001</number></identification></identifications>`)}</from_person></t_from>
<t_to_my_client><to_account><account>22510002</account><related_persons><account_related_person><t_person>${person('Olha', 'Pryklad', '<birthdate>1985-03-12T00:00:00</birthdate>')}</t_person><role>ARCTA</role></account_related_person></related_persons></to_account></t_to_my_client></transaction>
<activity><report_parties><report_party><person>${person('Petro', 'Zrazok', '<birthdate>1985-03-12T00:00:00</birthdate>')}</person></report_party></report_parties></activity></report>`;

test('all phones and addresses, documents and holders of version 5, and who carried the money', async () => {
  const { rows } = await readWhole(goaml, bytesOf(SECOND), 'r.xml');
  expect(rows).toMatchObject([
    {
      report: 'R-2',
      fromLabel: 'Ion Exemplu',
      fromPhone: '+37322000001',
      fromPhones: '+37322000001; +37322000002',
      fromAddress: 'Str. Inventată 1, Bălți, MD; Str. Inventată 2',
      fromDocument: 'AB000001',
      toAccount: '22510002',
      toOwner: 'Olha Pryklad',
      toOwnerRole: 'ARCTA',
      toOwnerLink: 'controls',
    },
    { partyLabel: 'Vasyl Nosiy', partyRole: 'conductor' },
    { partyLabel: 'Petro Zrazok' },
  ]);
});

test('into a vault: people born on one day stay apart, and a phone is a thing of its own', async () => {
  const one = bench();
  const report = await importPath(one, one.write('r.xml', SECOND));
  expect(report).toMatchObject({ rows: 3, imported: 3, rejected: 0, events: 1 });
  expect(
    one.database.all("SELECT label FROM entity WHERE type IN ('person', 'phone') ORDER BY label"),
  ).toEqual([
    { label: '+37322000001' },
    { label: 'Ion Exemplu' },
    { label: 'Olha Pryklad' },
    { label: 'Petro Zrazok' },
    { label: 'Vasyl Nosiy' },
  ]);
});

test('transfers without the head of a report are recognised', () => {
  const text = SECOND.slice(SECOND.indexOf('<transaction>'), SECOND.indexOf('<activity>'));
  const sample = bytesOf(`<reportdata><transactions>${text}</transactions></reportdata>`);
  expect(goaml.sniff(sample, 'a.xml').confidence).toBeGreaterThan(0.9);
});
