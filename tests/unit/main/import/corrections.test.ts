import { expect, test } from 'vitest';
import { createJobs } from '../../../../src/main/engine/job-list.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { journalHandlers } from '../../../../src/main/store/handlers-journal.ts';
import { type Bench, bench, contentHash, importPath } from './helpers.ts';

const TABLE = [
  'caller;called;start;note',
  '+380671112233;+380502223344;2026-07-01 10:00;ok',
  '+380671112233;+380502223344;32.07.2026;bad date',
  '+380671112233;+380502223344;2026-07-01 12:00;too;many',
  '+380671112233;+380502223344;soon;"quoted ""word"""',
].join('\n');

async function withRejected() {
  const one = bench();
  const jobs = createJobs(
    ({ code }) => code,
    () => undefined,
  );
  const context = { ...one.context, jobs };
  const report = await importPath(one, one.write('дзвінки.csv', TABLE));
  return { one: { ...one, context }, jobs, batchId: report.batchId ?? '', report };
}

async function retry(one: Bench, batchId: string, lines: Readonly<Record<number, string>>) {
  const found = await importHandlers['import.corrections'](one.context, {
    batchId,
    lines: Object.keys(lines).map(Number),
  });
  const at = found.columns.indexOf('start');
  const rows = found.rows.map(({ line, cells }) => ({
    line,
    cells: cells.with(at, lines[line] ?? '').slice(0, found.columns.length),
  }));
  const answer = await importHandlers['import.retry'](one.context, { batchId, rows });
  if (answer.jobId !== null) await one.context.jobs.finished(answer.jobId);
  return answer;
}

test('rejected rows are given back as they stand in the file', async () => {
  const { one, batchId, report } = await withRejected();
  expect(report).toMatchObject({ rows: 4, imported: 1, rejected: 3 });
  const found = await importHandlers['import.corrections'](one.context, { batchId, lines: [4, 5] });
  expect(found.columns).toEqual(['caller', 'called', 'start', 'note']);
  expect(found.rows).toEqual([
    { line: 4, cells: ['+380671112233', '+380502223344', '2026-07-01 12:00', 'too', 'many'] },
    { line: 5, cells: ['+380671112233', '+380502223344', 'soon', 'quoted "word"'] },
  ]);
});

test('corrected rows come in as a batch of their own, the original beside them; those still wrong say why', async () => {
  const { one, batchId } = await withRejected();
  const answer = await retry(one, batchId, { 3: '2026-07-02 10:00', 5: 'later' });
  expect(answer.problems).toMatchObject([{ line: 5, code: 'time-unreadable', value: 'later' }]);
  const { batches } = importHandlers['import.batches'](one.context, { fileId: one.fileId });
  expect(batches).toMatchObject([
    { fileName: 'дзвінки.corrected.csv', imported: 1, rejected: 0, correctionOf: batchId },
    { fileName: 'дзвінки.csv', imported: 1, rejected: 3, correctionOf: null },
  ]);
  const kept = one.database.all<{ text: string }>(
    `SELECT CAST(bytes AS TEXT) AS text FROM attachment_chunk ORDER BY attachment_seq DESC LIMIT 1`,
  );
  expect(kept[0]?.text).toContain('"+380671112233 | +380502223344 | 32.07.2026 | bad date"');
  const { rows } = importHandlers['import.rejected'](one.context, { batchId, offset: 0, limit: 10 });
  expect(rows.map(({ line, correctedIn }) => [line, correctedIn !== null])).toEqual([
    [3, true],
    [4, false],
    [5, false],
  ]);
});

test('nothing is imported where no row can be taken; a batch taken back takes no corrections', async () => {
  const { one, batchId, jobs } = await withRejected();
  expect(await retry(one, batchId, { 3: 'never' })).toMatchObject({ jobId: null, problems: [{ line: 3 }] });
  await jobs.finished((await importHandlers['import.undo'](one.context, { batchId })).jobId);
  await expect(retry(one, batchId, { 3: '2026-07-02 10:00' })).rejects.toThrow('import.already-undone');
});

test('a correction is undone and comes back as it was', async () => {
  const { one, batchId } = await withRejected();
  const before = contentHash(one.database);
  await retry(one, batchId, { 3: '2026-07-02 10:00' });
  const after = contentHash(one.database);
  await journalHandlers['journal.undo'](one.context, { fileId: one.fileId });
  expect(contentHash(one.database)).toBe(before);
  await journalHandlers['journal.redo'](one.context, { fileId: one.fileId });
  expect(contentHash(one.database)).toBe(after);
  const { batches } = importHandlers['import.batches'](one.context, { fileId: one.fileId });
  expect(batches[0]?.correctionOf).toBe(batchId);
});

test('the report stays as it was, also when the import was taken back', async () => {
  const { one, batchId, jobs, report } = await withRejected();
  const { seconds: _then, ...counts } = report;
  const now = () => importHandlers['import.report'](one.context, { batchId });
  expect(now().report).toMatchObject(counts);
  await jobs.finished((await importHandlers['import.undo'](one.context, { batchId })).jobId);
  expect(now()).toMatchObject({ batch: { state: 'undone' }, report: counts });
});
