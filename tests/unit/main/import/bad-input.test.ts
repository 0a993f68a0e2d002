import { expect, test } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { delimited } from '../../../../src/main/import/readers/delimited.ts';
import { READERS } from '../../../../src/main/import/readers/index.ts';
import { type Bench, bench, importPath, suggested } from './helpers.ts';

const HEAD = 'Caller,Called,Start,Duration,Remark\n';
const call = (start: string, remark = '', minute = 1): string =>
  `+380500000001,+38050000000${minute % 10},${start},10,${remark}\n`;
const POINT = '<trkpt lat="46.1" lon="28.5"><time>2026-07-15T12:00:00Z</time></trkpt>';

function track(doctype: string, name: string): string {
  return `<?xml version="1.0"?>${doctype}<gpx version="1.1"><trk><name>${name}</name><trkseg>${POINT}</trkseg></trk></gpx>`;
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Failure ? error.error.code : error),
  );
}

function labels(one: Bench): string[] {
  return one.database.all<{ label: string }>('SELECT label FROM entity').map(({ label }) => label);
}

function eventTexts(one: Bench): string {
  return JSON.stringify(one.database.all('SELECT properties FROM event'));
}

test('an entity that names a file of this computer is never resolved', async () => {
  const one = bench();
  const secret = one.write('secret.txt', 'THE SECRET');
  const path = one.write(
    'xxe.gpx',
    track(`<!DOCTYPE gpx [<!ENTITY steal SYSTEM "file://${secret}">]>`, '&steal;'),
  );
  expect(await refusalOf(importPath(one, path))).toBe('import.xml-broken');
  const outside = one.write('dtd.gpx', track(`<!DOCTYPE gpx SYSTEM "file://${secret}">`, 'Van'));
  await importPath(one, outside);
  expect(JSON.stringify([labels(one), eventTexts(one)])).not.toContain('SECRET');
});

test('entities that multiply each other are not multiplied', async () => {
  const one = bench();
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  );
  const path = one.write('laughs.gpx', track(`<!DOCTYPE gpx [<!ENTITY l0 "ha">${levels}]>`, '&l9;'));
  const before = process.memoryUsage().heapUsed;
  expect(await refusalOf(importPath(one, path))).toBe('import.xml-broken');
  expect((process.memoryUsage().heapUsed - before) / 1024 ** 2).toBeLessThan(50);
});

test('one line of 1 GB costs one row, and memory that does not grow with it', async () => {
  const start = new TextEncoder().encode(HEAD + call('2026-07-15 12:00:00'));
  const piece = new Uint8Array(1024 * 1024).fill(0x39);
  const end = new TextEncoder().encode(`\n${call('2026-07-15 12:01:00')}`);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield start;
    for (let megabyte = 0; megabyte < 1024; megabyte += 1) yield piece;
    yield end;
  }
  const columns = HEAD.trim().split(',');
  const specification = { encoding: 'utf-8', delimiter: ',', quote: '"', headerRow: 0, columns };
  const stream = await delimited.read(bytes(), specification, 'line.csv');
  const before = process.memoryUsage.rss();
  const seen: string[] = [];
  for await (const batch of stream.batches)
    for (const { problem } of batch) seen.push(problem?.code ?? 'row');
  expect(seen).toEqual(['row', 'row-too-long', 'row']);
  expect((process.memoryUsage.rss() - before) / 1024 ** 2).toBeLessThan(200);
}, 120_000);

test('half a pair that somebody wrote as UTF-8 rejects its row and no other', async () => {
  const one = bench();
  const broken = Buffer.from(call('2026-07-15 12:01:00', '@@@'));
  broken.set([0xed, 0xa0, 0xbd], broken.indexOf('@@@'));
  const rest = Array.from({ length: 20 }, (_, at) => call(`2026-07-15 13:${10 + at}:00`, 'Київ')).join('');
  const bytes = Buffer.concat([Buffer.from(HEAD), broken, Buffer.from(rest)]);
  const report = await importPath(one, one.write('half.csv', bytes), { encoding: 'utf-8' });
  expect(report).toMatchObject({ rows: 21, imported: 20, rejectedByReason: { 'characters-broken': 1 } });
});

test('formulas are text: kept as they were written, never worked out', async () => {
  const one = bench();
  const formulas = ['=1+1', "=cmd|'/c calc'!A1", '@SUM(A1:A9)', '=HYPERLINK(""http://example.invalid"")'];
  const rows = formulas.map((formula, at) => call(`2026-07-15 12:0${at}:00`, `"${formula}"`, at));
  const path = one.write('formulas.csv', HEAD + rows.join(''));
  const report = await importPath(one, path);
  expect(report).toMatchObject({ rows: 4, imported: 4 });
  const kept = eventTexts(one);
  for (const formula of formulas)
    expect(kept).toContain(JSON.stringify(JSON.stringify(formula.replaceAll('""', '"'))).slice(3, -3));
});

test.each([
  ['31/02/2026 12:00:00', 'a day its month does not have'],
  ['29/02/2025 12:00:00', 'a leap day in a year without one'],
  ['15/13/2026 12:00:00', 'a thirteenth month'],
  ['15/07/2026 25:61:00', 'an hour the day does not have'],
  ['00/00/0000 00:00:00', 'nothing but zeros'],
])('a date like %s (%s) is a rejected row, never another day', async (start) => {
  const one = bench();
  const good = Array.from({ length: 5 }, (_, at) => call(`2${at}/07/2026 12:00:00`)).join('');
  const report = await importPath(one, one.write('dates.csv', HEAD + call(start) + good), {
    dateOrder: 'dmy',
  });
  expect(report).toMatchObject({ rows: 6, imported: 5, rejectedByReason: { 'time-unreadable': 1 } });
  expect(report.rejectedRows[0]).toMatchObject({ line: 2, value: start });
});

test('the first and the last year a date can be written with are that very year, or a rejected row', async () => {
  const one = bench();
  const years = ['0001', '1899', '9999'];
  const rows = years.map((year) => call(`${year}-01-01 12:00:00`)).join('');
  const report = await importPath(one, one.write('years.csv', HEAD + call('2026-07-15 12:00:00') + rows));
  expect(report.rows).toBe(report.imported + report.rejected);
  const stored = one.database
    .all<{ start_at: number }>('SELECT start_at FROM event ORDER BY start_at')
    .map((event) => new Date(event.start_at).getUTCFullYear());
  const refused = report.rejectedRows.map(({ value }) => Number(value.slice(0, 4)));
  expect([...stored, ...refused].sort((a, b) => a - b)).toEqual([1, 1899, 2026, 9999]);
});

test('no reader takes the bytes of a reader of nothing: noise, zeros, one byte', async () => {
  const one = bench();
  for (const [name, bytes] of [
    ['noise.dat', Uint8Array.from({ length: 4096 }, (_, at) => (at * 2_654_435_761) >>> 24)],
    ['zeros.dat', new Uint8Array(4096)],
    ['byte.dat', new Uint8Array([0])],
  ] as const) {
    expect(READERS.every((reader) => reader.sniff(bytes, name).confidence < 0.5)).toBe(true);
    const path = one.write(name, bytes);
    expect(await refusalOf(importHandlers['import.inspect'](one.context, { path }))).toBe(
      'import.not-a-table',
    );
  }
  await expect(suggested(one, one.write('empty.dat', ''))).rejects.toMatchObject({
    error: { code: 'import.file-empty' },
  });
});
