import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { lookFor, runSearch } from '../../../../src/main/search/run.ts';
import { type Bench, bench, FIXTURES, importPath, suggested } from './helpers.ts';

function said({ database }: Bench, type: string) {
  return database.all<Record<string, unknown>>(
    `SELECT property, value, source_row AS line FROM assertion JOIN entity ON entity.seq = assertion.entity_seq
     WHERE entity.type = ? ORDER BY assertion.seq`,
    type,
  );
}

test('identifiers and every spelling of a name stand among the facts with their row', async () => {
  const one = bench();
  await importPath(one, join(FIXTURES, 'crossings-own-side.csv'));
  const facts = said(one, 'person').filter(({ property }) => property !== null);
  expect(facts).toEqual([
    { property: 'document-number', value: 'MD0000001', line: 2 },
    { property: 'name', value: 'Țărmure Ștefan', line: 2 },
    { property: 'document-number', value: 'FA000001', line: 3 },
    { property: 'name', value: 'Mirea Oleg', line: 3 },
    { property: 'name', value: 'Tarmure Stefan', line: 4 },
  ]);
});

test('a number is said as each row writes it, once', async () => {
  const one = bench();
  const path = one.write(
    'a.csv',
    'Caller,Callee,Start\n0670000001,+380500000002,2026-03-01 10:00\n+380670000001,0500000002,2026-03-01 11:00\n0670000001,0500000002,2026-03-01 12:00\n',
  );
  await importPath(one, path);
  const numbers = said(one, 'phone').filter(({ property }) => property === 'phone');
  expect(numbers.map(({ value, line }) => `${value} ${line}`).sort()).toEqual([
    '+380500000002 2',
    '+380670000001 3',
    '0500000002 3',
    '0670000001 2',
  ]);
});

test('every row of a register that names somebody is kept as a mention; rows with events are not', async () => {
  const one = bench();
  const path = one.write(
    'a.csv',
    'ПІБ;Паспорт;Дата народження;Телефон\nВигадана Олена;FA000001;1980;0670000001\nВигадана Олена;FA000001;1980;0670000001\n',
  );
  await importPath(one, path);
  for (const type of ['person', 'phone']) {
    const mentions = said(one, type).filter(({ property }) => property === null);
    expect(mentions.map(({ line }) => line)).toEqual([2, 3]);
  }
  const calls = bench();
  await importPath(
    calls,
    calls.write(
      'b.csv',
      'Caller,Callee,Start\n0670000001,0500000002,2026-03-01\n0670000001,0500000002,2026-03-02\n',
    ),
  );
  expect(said(calls, 'phone').filter(({ property }) => property === null)).toHaveLength(2);
});

test('what a later import adds to a known entity is found by the search, and no longer after it was taken back', async () => {
  const one = bench();
  await importPath(one, one.write('a.csv', 'ПІБ;Паспорт;Дата народження\nВигадана Олена;FA000001;1980\n'));
  const text = 'ПІБ;Паспорт;Дата народження;Прізвисько\nVyhadana Olena;FA000001;1980;Ластівка\n';
  const { batchId } = await importPath(one, one.write('b.csv', text));
  const found = (text: string) =>
    runSearch(lookFor(one.context, { fileSeq: 1, text, limit: 5 }), text).records.length;
  expect([found('Ластівка'), found('Vyhadana')]).toEqual([1, 1]);
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(found('Ластівка')).toBe(0);
});

test('the same bytes are refused, also by another name, until a person says that they are meant', async () => {
  const one = bench();
  const text = 'Caller,Callee,Start\n0670000001,0500000002,2026-03-01\n';
  const path = one.write('a.csv', text);
  const specification = await suggested(one, path);
  const { fileId, context } = one;
  const jobs = { start: () => 'job' };
  const engine = { ...context, jobs } as unknown as typeof context;
  const start = (wish: { path: string; dryRun?: boolean; again?: boolean }) =>
    importHandlers['import.start'](engine, { fileId, specification, dryRun: false, ...wish });
  expect(await start({ path })).toEqual({ jobId: 'job' });
  const { batchId } = await importPath(one, path);
  const other = one.write('b.csv', text);
  await expect(start({ path: other })).rejects.toThrow('import.already-imported');
  expect(await start({ path: other, dryRun: true })).toEqual({ jobId: 'job' });
  expect(await start({ path: other, again: true })).toEqual({ jobId: 'job' });
  await undoImport(context, batchId ?? '', QUIET);
  expect(await start({ path: other })).toEqual({ jobId: 'job' });
});

test('a link whose two ends are one thing is not drawn, and the report says how many', async () => {
  const one = bench();
  const path = one.write(
    'a.csv',
    'A;B\n+380670000001;+380670000001\n+380670000001;0670000001\n+380670000001;+380500000002\n',
  );
  const phone = (name: string, column: string) => ({
    name,
    type: 'phone' as const,
    identifiers: [{ kind: 'phone', value: { columns: [column] } }],
    properties: {},
    required: true,
  });
  const report = await importPath(one, path, {
    country: 'UA',
    entities: [phone('a', 'A'), phone('b', 'B')],
    links: [{ from: 'a', to: 'b', type: 'associate_of', strength: 'confirmed' }],
    events: [],
  });
  expect(report).toMatchObject({ imported: 3, links: 1, linksToItself: 2 });
  const { report: kept } = importHandlers['import.report'](one.context, { batchId: report.batchId ?? '' });
  expect(kept.linksToItself).toBe(2);
});
