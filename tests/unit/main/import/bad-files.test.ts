import { rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { importFile, QUIET } from '../../../../src/main/import/run.ts';
import { type Bench, bench, importPath, suggested } from './helpers.ts';

const HEAD = 'caller,called,start,duration\n';
const row = (minute: number) =>
  `+380500000001,+38050000000${minute % 10},2026-07-15 12:${String(minute).padStart(2, '0')}:00,10\n`;

function nothingCame({ database }: Bench): void {
  for (const table of ['batch', 'entity', 'event', 'source', 'attachment', 'journal'])
    expect(database.one(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 0 });
}

test('a file of nothing but its header brings no row and says so', async () => {
  const one = bench();
  const report = await importPath(one, one.write('head.csv', HEAD));
  expect(report).toMatchObject({ rows: 0, imported: 0, rejected: 0 });
});

test('a file that vanishes or becomes a folder between the look and the import changes nothing', async () => {
  const one = bench();
  const path = one.write('calls.csv', HEAD + row(1));
  const specification = await suggested(one, path);
  const options = { fileId: one.fileId, path, specification, dryRun: false, progress: QUIET };
  rmSync(path);
  await expect(importFile(one.context, options)).rejects.toMatchObject({
    error: { code: 'import.file-missing' },
  });
  nothingCame(one);
});

test('a file cut short while it is read is told by its rows, never half a row', async () => {
  const one = bench();
  const whole = HEAD + Array.from({ length: 50 }, (_, minute) => row(minute)).join('');
  const path = one.write('calls.csv', whole);
  const specification = await suggested(one, path);
  writeFileSync(path, whole.slice(0, whole.length - 25));
  const report = await importPath(one, path, specification);
  expect(report.rows).toBe(report.imported + report.rejected);
  expect(report).toMatchObject({ imported: 49, rejected: 1 });
});

test('UTF-16 cut in the middle of a character: the broken row is rejected, the others are taken', async () => {
  const one = bench();
  const text = `${HEAD}${row(1)}${row(2)}+380500000009,+380500000008,2026-07-15 13:00:00,Ж`;
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const report = await importPath(one, one.write('cut.csv', bytes.subarray(0, bytes.length - 1)));
  expect(report.imported).toBeGreaterThanOrEqual(2);
  expect(report.rows).toBe(report.imported + report.rejected);
});

test('NUL bytes make it no table: refused by name', async () => {
  const one = bench();
  const path = one.write('nul.csv', `${HEAD}${row(1)}+3805000\0 00002,+380500000003,2026-07-15 12:30:00,5\n`);
  await expect(importPath(one, path)).rejects.toMatchObject({ error: { code: 'import.not-a-table' } });
  nothingCame(one);
});

test('a track cut off in the middle is refused by name, and nothing is half there', async () => {
  const one = bench();
  const whole = `<?xml version="1.0"?><gpx version="1.1"><trk><name>ZZK 017</name><trkseg>${Array.from(
    { length: 20 },
    (_, at) =>
      `<trkpt lat="46.${at}" lon="28.5"><time>2026-07-15T12:${String(at).padStart(2, '0')}:00Z</time></trkpt>`,
  ).join('')}</trkseg></trk></gpx>`;
  const path = one.write('track.gpx', whole);
  const specification = await suggested(one, path);
  writeFileSync(path, whole.slice(0, whole.length / 2));
  await expect(
    importFile(one.context, { fileId: one.fileId, path, specification, dryRun: false, progress: QUIET }),
  ).rejects.toMatchObject({ error: { code: 'import.xml-broken' } });
  nothingCame(one);
});

test('one line of 200 MB: a rejected row, in memory that does not grow with it', async () => {
  const one = bench();
  const path = one.write('line.csv', HEAD + row(1));
  const specification = await suggested(one, path);
  writeFileSync(path, '9'.repeat(1_000_000).repeat(200), { flag: 'a' });
  writeFileSync(path, `\n${row(2)}`, { flag: 'a' });
  let most = 0;
  const start = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - start);
  }, 20);
  const report = await importPath(one, path, specification);
  clearInterval(watch);
  expect(report).toMatchObject({ rows: 3, imported: 2, rejectedByReason: { 'row-too-long': 1 } });
  expect(most).toBeLessThan(400 * 1024 * 1024);
});

test('an unreadable path is refused by name before anything', async () => {
  const one = bench();
  const inside = one.write('a file', 'x');
  const refused = await Promise.resolve(
    importHandlers['import.inspect'](one.context, { path: `${inside}/calls.csv` }),
  ).catch((error) => error);
  expect(refused.error.code).toMatch(/^import\.file-(missing|unreadable)$/);
});
