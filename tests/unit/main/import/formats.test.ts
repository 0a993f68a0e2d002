import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectEncoding } from '../../../../src/main/import/encoding.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { bench, FIXTURES, importPath } from './helpers.ts';

const fixture = (name: string): string => join(FIXTURES, name);

test.each([
  ['calls-utf16le-bom.csv', 'utf-16le'],
  ['calls-utf16be.csv', 'utf-16be'],
  ['calls-utf8-bom.csv', 'utf-8'],
  ['calls-windows-1251.csv', 'windows-1251'],
  ['calls-koi8-u.csv', 'koi8-u'],
  ['people-windows-1250.csv', 'windows-1250'],
])('%s is read as %s', (name, encoding) => {
  expect(detectEncoding(readFileSync(fixture(name))).encoding).toBe(encoding);
});

test.each([
  'calls-utf16le-bom.csv',
  'calls-utf16be.csv',
  'calls-utf8-bom.csv',
  'calls-windows-1251.csv',
  'calls-koi8-u.csv',
])('%s gives the same two calls, in any encoding', async (name) => {
  const one = bench();
  const report = await importPath(one, fixture(name));
  expect(report).toMatchObject({ rows: 2, imported: 2, rejected: 0, events: 2, entitiesNew: 3 });
  const calls = one.database.all<Record<string, unknown>>(
    `SELECT event.start_at, event.start_text, event.duration_seconds, a.label AS caller, b.label AS called, place.name AS cell, event.source_row
     FROM event JOIN entity a ON a.seq = from_seq JOIN entity b ON b.seq = to_seq JOIN place ON place.seq = place_seq ORDER BY event.seq`,
  );
  expect(calls).toEqual([
    {
      start_at: Date.UTC(2026, 6, 15, 9),
      start_text: '15.07.2026 12:00:00',
      duration_seconds: 75,
      caller: '+380500000001',
      called: '+37360000002',
      cell: 'Київ, вул. Польова',
      source_row: 2,
    },
    {
      start_at: Date.UTC(2026, 6, 16, 5, 30, 15),
      start_text: '16.07.2026 08:30:15',
      duration_seconds: null,
      caller: '+380500000001',
      called: '+380500000003',
      cell: 'Чернівці, Їжакевича',
      source_row: 3,
    },
  ]);
});

test('quoted line ends: physical line numbers; an unclosed quote costs its own line only', async () => {
  const one = bench();
  const report = await importPath(one, fixture('quoted-newlines.csv'));
  expect(report).toMatchObject({ rows: 4, imported: 2, rejected: 2 });
  expect(report.rejectedRows.map(({ line, code }) => [line, code])).toEqual([
    [5, 'duration-unreadable'],
    [6, 'quote-not-closed'],
  ]);
  const lines = one.database.all<{ source_row: number; properties: string }>(
    'SELECT source_row, properties FROM event ORDER BY seq',
  );
  expect(lines.map(({ source_row }) => source_row)).toEqual([2, 7]);
  expect(JSON.parse(lines[0]?.properties ?? '{}').remark).toBe('two\r\nlines, and "quotes"');
});

test('dates that fit both orders are asked about', async () => {
  const { context } = bench();
  const inspection = await importHandlers['import.inspect'](context, {
    path: fixture('ambiguous-dates.csv'),
  });
  expect(inspection.ambiguousDates).toBe(true);
});

test('a row cut off at the end is rejected and not half taken', async () => {
  const report = await importPath(bench(), fixture('truncated.csv'));
  expect(report).toMatchObject({ imported: 1, rejected: 1, rejectedByReason: { 'cells-missing': 1 } });
});

test('an amount that cannot be read rejects the row, a failing IBAN does not', async () => {
  const one = bench();
  const report = await importPath(one, fixture('payments-ro.csv'));
  expect(report).toMatchObject({ imported: 1, rejected: 1, rejectedByReason: { 'amount-unreadable': 1 } });
  expect(one.database.all('SELECT amount_minor, currency FROM event')).toEqual([
    { amount_minor: 123_450, currency: 'EUR' },
  ]);
  expect(
    one.database.all('SELECT type, count, sum_minor, currency FROM link_summary WHERE type = ?', 'paid'),
  ).toEqual([{ type: 'paid', count: 1, sum_minor: 123_450, currency: 'EUR' }]);
});

test('a track gives positions of a vehicle; a point without time stays one, a wrong coordinate does not', async () => {
  const one = bench();
  const report = await importPath(one, fixture('track.gpx'));
  expect(report).toMatchObject({ rows: 3, imported: 2, rejected: 1, entitiesNew: 1 });
  expect(report.rejectedRows).toMatchObject([{ line: 5, code: 'coordinate-unreadable', value: '948.2' }]);
  expect(one.database.all('SELECT type, label FROM entity')).toEqual([{ type: 'vehicle', label: 'ZZK 017' }]);
  expect(one.database.all('SELECT count(*) AS n FROM event_place')).toEqual([{ n: 2 }]);
});

describe('what is no table is refused by name', () => {
  test.each([
    ['empty.csv', 'import.file-empty'],
    ['binary.csv', 'import.not-a-table'],
    ['missing.csv', 'import.file-missing'],
    ['.', 'import.is-folder'],
  ])('%s: %s', async (name, code) => {
    const { context } = bench();
    const refused = await Promise.resolve(
      importHandlers['import.inspect'](context, { path: fixture(name) }),
    ).catch((error) => error);
    expect(refused.error.code).toBe(code);
  });
});

test('a line longer than a million characters is a rejected row; the rows around it are taken', async () => {
  const one = bench();
  const head = 'caller,called,start,duration\n+380500000001,+380500000002,2026-07-15 12:00:00,10\n';
  const path = one.write(
    'huge.csv',
    `${head}${'9'.repeat(3_000_000)}\n+380500000001,+380500000003,2026-07-15 13:00:00,11\n`,
  );
  const report = await importPath(one, path);
  expect(report).toMatchObject({ rows: 3, imported: 2, rejectedByReason: { 'row-too-long': 1 } });
  expect(
    one.database.all<{ source_row: number }>('SELECT source_row FROM event').map((row) => row.source_row),
  ).toEqual([2, 4]);
});

test('a column the mapping needs is missing: refused before anything', async () => {
  const one = bench();
  const path = fixture('truncated.csv');
  const other = one.write('other.csv', 'caller,called,when\n1,2,3\n');
  const refused = await importPath(one, path)
    .then(() => one.context)
    .then(async () => {
      const specification = (await importHandlers['import.inspect'](one.context, { path })).suggested;
      const { importFile, QUIET } = await import('../../../../src/main/import/run.ts');
      return importFile(one.context, {
        fileId: one.fileId,
        path: other,
        specification,
        dryRun: false,
        progress: QUIET,
      });
    })
    .catch((error) => error);
  expect(refused.error).toEqual({ code: 'import.column-missing', params: { column: 'start' } });
});

const SAMPLES = join(import.meta.dirname, '../../../../../shared/samples');
test.skipIf(!existsSync(SAMPLES))(
  'real samples of others are taken whole (skipped where they are not at hand)',
  async () => {
    for (const name of [
      'calls/bandicoot_ego.csv',
      'calls/bandicoot_antennas.csv',
      'calls/callmine_sample.csv',
      'gps/korita-zbevnica.gpx',
      'gps/unicode_with_bom.gpx',
    ]) {
      const one = bench();
      const report = await importPath(one, join(SAMPLES, name));
      expect(report.rows).toBe(report.imported + report.rejected);
      expect([name, report.rejectedByReason]).toEqual([name, {}]);
      expect(report.imported).toBeGreaterThan(0);
    }
  },
);
