import fs, { readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { ImportSpecification } from '../../../../src/contract/import.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { importFile, QUIET } from '../../../../src/main/import/run.ts';
import { type Bench, bench, importPath, suggested } from './helpers.ts';

const HEAD = 'caller,called,start,duration\n';
const row = (minute: number) =>
  `+380500000001,+38050000000${minute % 10},2026-07-15 12:${String(minute).padStart(2, '0')}:00,10\n`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function nothingCame({ database }: Bench): void {
  for (const table of ['batch', 'entity', 'event', 'source', 'attachment', 'journal'])
    expect(database.one(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 0 });
}

const refusal = async (work: unknown): Promise<{ code: string; params?: object }> => {
  const outcome = await Promise.resolve(work).then(
    () => null,
    (error) => error,
  );
  return outcome?.error ?? { code: String(outcome) };
};
const inspected = (one: Bench, path: string) =>
  refusal(importHandlers['import.inspect'](one.context, { path }));
const importing = (one: Bench, path: string, specification: ImportSpecification) =>
  importFile(one.context, { fileId: one.fileId, path, specification, dryRun: false, progress: QUIET });

/** A good file and what was suggested for it. */
async function good(one: Bench): Promise<{ path: string; specification: ImportSpecification }> {
  const path = one.write('calls.csv', HEAD + row(1) + row(2));
  return { path, specification: await suggested(one, path) };
}

/** How much the process grows while it works, in MB; sampled between the pieces. */
async function growth<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  let most = 0;
  const start = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - start);
  }, 10);
  const result = await work();
  clearInterval(watch);
  return { result, megabytes: Math.round(most / 2 ** 20) };
}

function writeBig(one: Bench, name: string, start: string, piece: string, pieces: number): string {
  const path = one.write(name, start);
  for (let at = 0; at < pieces; at += 1) writeFileSync(path, piece, { flag: 'a' });
  return path;
}

test('a file of nothing but its header brings no row and says so', async () => {
  const one = bench();
  const report = await importPath(one, one.write('head.csv', HEAD));
  expect(report).toMatchObject({ rows: 0, imported: 0, rejected: 0 });
});

test('an empty file and one of zeros are refused, also where a saved mapping is given; so is a picture by a mapping of tables', async () => {
  const one = bench();
  const { specification } = await good(one);
  const files: [string, Uint8Array, string][] = [
    ['zeros.csv', new Uint8Array(5000), 'import.not-a-table'],
    ['empty.csv', new Uint8Array(0), 'import.file-empty'],
  ];
  for (const [name, bytes, code] of files) {
    const path = one.write(name, bytes);
    expect(await inspected(one, path), name).toMatchObject({ code });
    expect(await refusal(importing(one, path, specification)), name).toMatchObject({ code });
  }
  const picture = one.write('picture.csv', PNG);
  expect(await refusal(importing(one, picture, specification))).toMatchObject({ code: 'import.not-a-table' });
  nothingCame(one);
});

test('a file of blank lines has no rows, and says so', async () => {
  const one = bench();
  const path = one.write('blank.csv', '\n \n\n');
  expect(await inspected(one, path)).toMatchObject({ code: 'import.no-rows' });
});

test('a file that vanishes or becomes a folder between the look and the import changes nothing', async () => {
  const one = bench();
  const { path, specification } = await good(one);
  rmSync(path);
  expect(await refusal(importing(one, path, specification))).toMatchObject({ code: 'import.file-missing' });
  fs.mkdirSync(path);
  expect(await refusal(importing(one, path, specification))).toMatchObject({ code: 'import.is-folder' });
  nothingCame(one);
});

test.each([
  ['ENOENT', 'import.file-missing'],
  ['EISDIR', 'import.is-folder'],
  ['EACCES', 'import.file-unreadable'],
  ['EIO', 'import.file-unreadable'],
  ['EBUSY', 'import.file-unreadable'],
])('%s in the middle of the reading: %s, and nothing came', async (system, code) => {
  const one = bench();
  const { path, specification } = await good(one);
  const real = fs.read;
  let reads = 0;
  const breaking = ((...args: unknown[]) => {
    reads += 1;
    const done = args.at(-1) as (error: Error) => void;
    if (reads === 1) return Reflect.apply(real, fs, args);
    return setImmediate(() => done(Object.assign(new Error(system), { code: system, syscall: 'read' })));
  }) as unknown as typeof fs.read;
  const spy = vi.spyOn(fs, 'read').mockImplementation(breaking);
  try {
    expect(await refusal(importing(one, path, specification))).toMatchObject({ code });
  } finally {
    spy.mockRestore();
  }
  expect(reads).toBeGreaterThan(1);
  nothingCame(one);
});

test('a file that is still being written is not taken for a whole one', async () => {
  const one = bench();
  const lines = Array.from({ length: 60_000 }, (_, at) => row(at % 60)).join('');
  const path = one.write('calls.csv', HEAD + lines);
  const specification = await suggested(one, path);
  const change = (bytes: number) => {
    const progress = { ...QUIET, phase: () => truncateSync(path, bytes) };
    const options = { fileId: one.fileId, path, specification, dryRun: false, progress };
    return refusal(importFile(one.context, options));
  };
  const half = Math.floor(lines.length / 2);
  const afterLook = { ...QUIET };
  let looked = false;
  afterLook.phase = (name: string) => {
    if (name === 'loading' && !looked) truncateSync(path, half);
    looked = name === 'loading';
  };
  const options = { fileId: one.fileId, path, specification, dryRun: false, progress: afterLook };
  expect(await refusal(importFile(one.context, options))).toMatchObject({ code: 'import.file-changed' });
  nothingCame(one);
  expect(await change(0)).toMatchObject({ code: 'import.file-empty' });
  nothingCame(one);
});

test.skipIf(process.platform !== 'linux')('a refused import lets go of its file', async () => {
  const one = bench();
  const { specification } = await good(one);
  const big = HEAD.replace('start', 'when') + row(1).repeat(60_000);
  const path = one.write('other.csv', big);
  expect(await refusal(importing(one, path, specification))).toEqual({
    code: 'import.column-missing',
    params: { column: 'start' },
  });
  await importHandlers['import.preview'](one.context, {
    path: one.write('whole.csv', HEAD + row(1).repeat(60_000)),
    specification,
    limit: 3,
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const open = readdirSync('/proc/self/fd').map((handle) => {
    try {
      return readlinkSync(`/proc/self/fd/${handle}`);
    } catch {
      return '';
    }
  });
  expect(open.filter((name) => name.endsWith('.csv'))).toEqual([]);
  nothingCame(one);
});

test('a column a saved mapping needs is not there: said before any row is read, for look and import', async () => {
  const one = bench();
  const { specification } = await good(one);
  const path = one.write('other.csv', `caller,called,when,duration\n${row(1)}`);
  const missing = { code: 'import.column-missing', params: { column: 'start' } };
  const preview = importHandlers['import.preview'];
  expect(await refusal((async () => preview(one.context, { path, specification, limit: 5 }))())).toEqual(
    missing,
  );
  expect(await refusal(importing(one, path, specification))).toEqual(missing);
  nothingCame(one);
});

test('UTF-16 cut in the middle of a character: that row is rejected, the others are taken', async () => {
  const text = `${HEAD}${row(1)}${row(2)}+380500000009,+380500000008,2026-07-15 13:00:00,5`;
  for (const swap of [false, true]) {
    const one = bench();
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    if (swap) bytes.swap16();
    const report = await importPath(one, one.write('cut.csv', bytes.subarray(0, bytes.length - 1)));
    expect(report).toMatchObject({ rows: 3, imported: 2, rejectedByReason: { 'characters-broken': 1 } });
  }
});

test('half a pair of UTF-16 rejects its row; a pair across two pieces is one character', async () => {
  const one = bench();
  const head = 'caller,called,start,remark\n';
  const call = (remark: string) => `+380500000001,+380500000002,2026-07-15 12:00:00,${remark}\n`;
  const filling = call('x'.repeat(200)).repeat(600);
  const text = `\uFEFF${head}${filling}${call('😀'.repeat(100_000))}${call('\uD83D')}${call('end')}`;
  const bytes = Buffer.from(text, 'utf16le').swap16();
  const report = await importPath(one, one.write('pairs.csv', bytes));
  expect(report).toMatchObject({ rows: 603, imported: 602, rejectedByReason: { 'characters-broken': 1 } });
});

test('NUL bytes cost the rows they stand in, and the zeros a cut-off copy ends in cost one', async () => {
  const one = bench();
  const text = `${HEAD}${row(1)}+3805000\0 00002,+380500000003,2026-07-15 12:30:00,5\n${row(2)}${'\0'.repeat(4096)}`;
  const report = await importPath(one, one.write('nul.csv', text));
  expect(report).toMatchObject({
    rows: 4,
    imported: 2,
    rejectedByReason: { 'characters-broken': 1, 'cells-missing': 1 },
  });
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
  expect(await refusal(importing(one, path, specification))).toMatchObject({ code: 'import.xml-broken' });
  nothingCame(one);
});

test.each([
  ['one text of 200 MB', 'x'.repeat(1_000_000), 200],
  ['elements nested a million deep', '<a>'.repeat(100_000), 60],
])('a track with %s is refused, in memory that does not grow with it', async (_name, piece, pieces) => {
  const one = bench();
  const start = '<?xml version="1.0"?><gpx version="1.1"><trk><name>T</name><trkseg>';
  const point = '<trkpt lat="46.1" lon="28.5"><time>2026-07-15T12:00:00Z</time></trkpt>';
  const specification = await suggested(one, one.write('whole.gpx', `${start}${point}</trkseg></trk></gpx>`));
  const path = writeBig(one, 'huge.gpx', `${start}${point}<desc>`, piece, pieces);
  const { result, megabytes } = await growth(() => refusal(importing(one, path, specification)));
  expect(result).toMatchObject({ code: 'import.xml-oversized' });
  expect(megabytes).toBeLessThan(100);
  nothingCame(one);
});

test('one line of 200 MB: a rejected row, in memory that does not grow with it', async () => {
  const one = bench();
  const { specification } = await good(one);
  const path = writeBig(one, 'line.csv', HEAD + row(1), '9'.repeat(1_000_000), 200);
  writeFileSync(path, `\n${row(2)}`, { flag: 'a' });
  const { result, megabytes } = await growth(() => importing(one, path, specification));
  expect(result).toMatchObject({ rows: 3, imported: 2, rejectedByReason: { 'row-too-long': 1 } });
  process.stdout.write(`one line of 200 MB: the process grew by ${megabytes} MB\n`);
  expect(megabytes).toBeLessThan(200);
});

test.each([
  ['of digits', '9'.repeat(1_000_000)],
  ['of commas', 'a,'.repeat(500_000)],
  ['in a quote that never closes', `"${'b, '.repeat(333_333)}`],
])('a file of one line of 200 MB %s has no usable header: said at the look', async (_name, piece) => {
  const one = bench();
  const path = writeBig(one, 'line.csv', '', piece, 200);
  const { result, megabytes } = await growth(() => inspected(one, path));
  expect(result.code).toMatch(/^import\.(first-row-too-long|no-header)$/);
  expect(megabytes).toBeLessThan(200);
});

test('an unreadable path is refused by name before anything', async () => {
  const one = bench();
  const inside = one.write('a file', 'x');
  expect(await inspected(one, `${inside}/calls.csv`)).toMatchObject({ code: 'import.file-missing' });
});
