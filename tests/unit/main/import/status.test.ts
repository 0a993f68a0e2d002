import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclose } from '../../../../src/core/evidence/disclosure.ts';
import { collect } from '../../../../src/main/exchange/collect.ts';
import { importFile, QUIET, redoBatch, undoImport } from '../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type Bench, bench, contentHash, FIXTURES, importPath, suggested } from './helpers.ts';

const REGISTER = join(FIXTURES, 'register-status.csv');

function people({ database }: Bench) {
  return database.all<Record<string, unknown>>(
    `SELECT label, status, minor, protected_number AS number, uncategorised_since IS NOT NULL AS open,
       json_extract(properties, '$.status') AS word FROM entity WHERE type = 'person' ORDER BY seq`,
  );
}

test('a register gives people their status and protects victims, witnesses and minors from the first row', async () => {
  const one = bench();
  const report = await importPath(one, REGISTER);
  expect(report).toMatchObject({ imported: 6, rejected: 0, unknownStatuses: { куратор: 1 } });
  expect(people(one)).toEqual([
    { label: 'Вигадана Олена', status: 'victim', minor: 0, number: 1, open: 0, word: 'потерпіла' },
    { label: 'Придуманий Петро', status: 'suspect', minor: 0, number: null, open: 0, word: 'підозрюваний' },
    { label: 'Небувала Ірина', status: null, minor: 1, number: 2, open: 1, word: null },
    { label: 'Уявний Семен', status: 'witness', minor: 0, number: 3, open: 0, word: 'свідок у справі' },
    { label: 'Казковий Юрій', status: null, minor: 0, number: null, open: 1, word: 'куратор' },
    { label: 'Марна Діна', status: 'victim', minor: 1, number: 4, open: 0, word: 'неповнолітня, потерпіла' },
  ]);
  const said = one.database.all(
    `SELECT value, source_row FROM assertion WHERE property = 'status' ORDER BY seq LIMIT 2`,
  );
  expect(said).toEqual([
    { value: 'потерпіла', source_row: 2 },
    { value: 'підозрюваний', source_row: 3 },
  ]);
});

test('nobody the register protects leaves by name, number or status word', async () => {
  const one = bench();
  await importPath(one, REGISTER);
  const ids = one.database.all<{ id: string }>('SELECT id FROM entity').map(({ id }) => id);
  const { data, surroundings } = await collect(
    one.database,
    {
      fileId: one.fileId,
      entityIds: ids,
      chartId: null,
      period: null,
      recipients: ['RO'],
      purpose: 'test',
      released: [],
    },
    async () => undefined,
  );
  const leaves = disclose(data, { recipients: ['RO'], permissions: [], released: [], surroundings });
  const text = JSON.stringify(leaves.data);
  for (const hidden of [
    'Вигадана',
    'Небувала',
    'Уявний',
    'Марна',
    '0670000001',
    '+380670000003',
    'потерпіла',
  ])
    expect(text).not.toContain(hidden);
  expect(text).toContain('Придуманий');
});

test('an un-import takes the status back, its undo gives it again', async () => {
  const one = bench();
  const { batchId } = await importPath(one, REGISTER);
  const before = contentHash(one.database);
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(people(one)).toEqual([]);
  await redoBatch(one.database, batchId ?? '', null);
  expect(contentHash(one.database)).toBe(before);
});

const HEAD = 'ПІБ;Паспорт;Дата народження;Статус\n';

async function importText(one: Bench, name: string, text: string) {
  return importPath(one, one.write(name, HEAD + text));
}

test('two imports: the protected status wins; taking one back leaves what the other says', async () => {
  const one = bench();
  const first = await importText(one, 'a.csv', 'Вигадана Олена;FA000001;03.04.1988;підозрювана\n');
  const second = await importText(one, 'b.csv', 'Вигадана О.;FA000001;03.04.1988;потерпіла\n');
  expect(people(one)).toMatchObject([{ status: 'victim', number: 1 }]);
  await undoImport(one.context, second.batchId ?? '', QUIET);
  expect(people(one)).toMatchObject([{ status: 'suspect', number: null }]);
  await importText(one, 'b.csv', 'Вигадана О.;FA000001;03.04.1988;потерпіла\n');
  await undoImport(one.context, first.batchId ?? '', QUIET);
  expect(people(one)).toMatchObject([{ status: 'victim', number: 1 }]);
});

test('what a person decided wins over a later import, and over taking the import back', async () => {
  const one = bench();
  const { batchId } = await importText(one, 'a.csv', 'Вигадана Олена;FA000001;;потерпіла\n');
  const { id: entityId = '' } = one.database.one<{ id: string }>('SELECT id FROM entity') ?? {};
  await storeHandlers['entity.setStatus'](one.context, { entityId, status: 'suspect', minor: false });
  await importText(one, 'b.csv', 'Вигадана Олена;FA000001;;потерпіла, неповнолітня\n');
  expect(people(one)).toMatchObject([{ status: 'suspect', minor: 0 }]);
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(people(one)).toMatchObject([{ status: 'suspect', minor: 0 }]);
});

test.each([
  ['2010', 1],
  ['2008', 0],
  ['08.2008', 1],
  ['07.2008', 0],
  ['16.07.2008', 1],
  ['15.07.2008', 0],
  ['15.06.2045', 0],
])('born %s is minor %s on 15 July 2026', async (born, minor) => {
  const one = bench();
  await importText(one, 'a.csv', `Вигадана Олена;FA000001;${born};\nПридуманий Петро;FA000002;31.12.1970;\n`);
  expect(people(one)).toMatchObject([{ minor }, { minor: 0 }]);
});

test('a dry run says what it would, and leaves nothing', async () => {
  const one = bench();
  const specification = await suggested(one, REGISTER);
  const options = { fileId: one.fileId, path: REGISTER, specification, dryRun: true, progress: QUIET };
  expect(await importFile(one.context, options)).toMatchObject({ unknownStatuses: { куратор: 1 } });
  expect(people(one)).toEqual([]);
});
