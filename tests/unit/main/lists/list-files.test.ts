import { utils, write as writeBook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { refusal } from '../../../helpers/answers.ts';
import { listedVault, TERMS } from '../../../helpers/lists.ts';

const OWN = { ...TERMS, kind: 'own' as const };

test('a list with double rows, double references, empty rows and no dates is told by counts and rows', async () => {
  const { write, load, ask } = await listedVault();
  const text = [
    'Reference;Full name;Date of birth;Phone',
    'A-1;Ion Popa;soon;',
    'A-1;Ion Popa;soon;',
    'A-1;Ioan Popescu;;',
    ';Vasile Rusu;1971;',
    ';;;',
    'A-4;;;',
    `A-5;${'x'.repeat(10_000)};;+37369100001`,
    'A-6;Ana Lungu;1980;3.57E+14',
    '',
  ];
  const { report, versionId } = await load(write('odd.csv', text.join('\n')), { list: OWN });
  expect(report.rows).toBe(report.entries + report.rejected + report.leftOut);
  expect(report.entries).toBe(4);
  expect(report.rejectedByReason).toMatchObject({ 'list-duplicate': 1, 'digits-lost': 1 });
  expect(report.remarks).toMatchObject({
    'birth-unreadable': 1,
    'no-reference': 1,
    'reference-repeated': 2,
    'name-too-long': 1,
  });
  const { rows, total } = await ask('list.rejected', { versionId, offset: 0, limit: 50 });
  expect(total).toBe(report.rejected);
  expect(rows.find(({ line }) => line === 3)?.message).toBe('the same entry stands in the list before');
  expect(rows.find(({ value }) => value === 'A-4')?.message).toBe('neither a name nor a number');
});

test('a file without any entry is refused and leaves nothing', async () => {
  const { write, ask, engine } = await listedVault();
  const path = write('empty.csv', 'Reference;Full name\nA-1;\nA-2;\n');
  const { mapping } = await ask('list.inspect', { path });
  const { jobId } = await ask('list.add', { path, mapping, list: OWN, validFrom: null, validTo: null });
  expect((await engine.context.jobs.finished(jobId)).error?.code).toBe('lists.no-entries');
  expect((await ask('list.all', {})).lists).toEqual([]);
});

test('a sanctions list in XML is read by what repeats in it, people and organisations alike', async () => {
  const { importTable, write, load, hits, ask } = await listedVault();
  await importTable('people.csv', 'Full name,Date of birth\nAlexandru Tcaciuc,1985-03-14\n');
  const path = write(
    'sanctions.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<LIST date="2026-01-01"><PEOPLE>
  <PERSON><REFERENCE>S-1</REFERENCE><LAST_NAME>Ткачук</LAST_NAME><FIRST_NAME>Олександр</FIRST_NAME>
    <DATE_OF_BIRTH>1985-03-14</DATE_OF_BIRTH><ALIAS><NAME>Sasha</NAME></ALIAS><ALIAS><NAME>Tcaci</NAME></ALIAS></PERSON>
  <PERSON><REFERENCE>S-2</REFERENCE><LAST_NAME>Rusu</LAST_NAME><FIRST_NAME>Vasile</FIRST_NAME></PERSON>
</PEOPLE><COMPANIES>
  <ENTITY><REFERENCE>S-3</REFERENCE><NAME>Marea Neagră SRL</NAME></ENTITY>
  <ENTITY><REFERENCE>S-4</REFERENCE><NAME>Podul Verde SA</NAME></ENTITY>
</COMPANIES></LIST>`,
  );
  const { columns, mapping } = await ask('list.inspect', { path });
  expect(mapping.format).toBe('xml');
  expect(columns.map(({ name }) => name)).toEqual([
    'element',
    'REFERENCE',
    'LAST_NAME',
    'FIRST_NAME',
    'DATE_OF_BIRTH',
    'ALIAS/NAME',
    'NAME',
  ]);
  const { report } = await load(path, { list: { ...OWN, kind: 'sanctions' } });
  expect(report.entries).toBe(4);
  expect((await hits()).rows.map(({ reference }) => reference)).toEqual(['S-1']);
});

test.each([
  ['an element that is not closed', '<?xml version="1.0"?><L><P><N>Ion Popa</N></P><P><N>Ana</L>'],
  ['nothing that repeats', '<?xml version="1.0"?><L><P><N>Ion Popa</N></P></L>'],
  [
    'entities of its own',
    '<?xml version="1.0"?><!DOCTYPE L [<!ENTITY a "b">]><L><P><N>&a;</N></P><P><N>x</N></P></L>',
  ],
  [
    'another name for every element',
    `<?xml version="1.0"?><L>${Array.from({ length: 6000 }, (_, at) => `<P${at}>x</P${at}>`).join('')}</L>`,
  ],
])('XML with %s is refused by name', async (_, text) => {
  const { write, engine } = await listedVault();
  const code = await refusal(engine, 'list.inspect', { path: write('broken.xml', text) });
  expect(['import.xml-broken', 'lists.not-a-table']).toContain(code);
});

test('FollowTheMoney: things are entries, links between them are left out and counted', async () => {
  const { importTable, write, load, hits } = await listedVault();
  await importTable('people.csv', 'Full name,Date of birth\nAlexandru Tcaciuc,1985-03-14\n');
  const entity = (id: string, schema: string, properties: object) =>
    JSON.stringify({ id, schema, properties });
  const lines = [
    entity('p1', 'Person', { name: ['Олександр Ткачук'], birthDate: ['1985-03-14'] }),
    entity('c1', 'Company', { name: ['Podul Verde SRL'] }),
    entity('o1', 'Ownership', { owner: ['p1'], asset: ['c1'] }),
  ];
  const { report } = await load(write('list.ftm.json', lines.join('\n')), { list: OWN });
  expect(report).toMatchObject({ entries: 2, leftOut: 1 });
  expect((await hits()).rows.map(({ reference }) => reference)).toEqual(['p1']);
});

test('a workbook, and a list of plain JSON objects', async () => {
  const { write, load, ask } = await listedVault();
  const sheet = utils.aoa_to_sheet([
    ['VIN', 'Plate', 'Plate country', 'Note'],
    ['WVWZZZ1JZ3W386752', 'ABC 123', 'MD', 'stolen in Bălți'],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Stolen');
  const path = write('cars.xlsx', writeBook(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect((await ask('list.inspect', { path })).mapping.fields).toEqual({
    VIN: 'vin',
    Plate: 'plate',
    'Plate country': 'plateCountry',
    Note: 'note',
  });
  expect((await load(path, { list: { ...OWN, kind: 'vehicles' } })).report.entries).toBe(1);
  const guns = write(
    'guns.json',
    JSON.stringify([
      { id: 'G-1', serial: 'KX 12345', note: 'x' },
      { id: 'G-2', serial: 'KX 99' },
    ]),
  );
  const { mapping } = await ask('list.inspect', { path: guns });
  const fields = { id: 'reference', serial: 'firearm-serial', note: 'note' };
  const { report } = await load(guns, {
    list: { ...OWN, kind: 'firearms', name: 'Guns' },
    mapping: { ...mapping, fields },
  });
  expect(report.entries).toBe(2);
});

test('cancelled while it is read, a list leaves nothing', async () => {
  const { write, ask, engine } = await listedVault();
  const rows = Array.from({ length: 20_000 }, (_, at) => `R-${at};Ion Popa ${at}`);
  const path = write('long.csv', ['Reference;Full name', ...rows].join('\n'));
  const { mapping } = await ask('list.inspect', { path });
  const { jobId } = await ask('list.add', { path, mapping, list: OWN, validFrom: null, validTo: null });
  await ask('jobs.cancel', { jobId });
  expect((await engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  expect((await ask('list.all', {})).lists).toEqual([]);
});
