import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { expand } from '../../../../../src/main/import/containers/expand.ts';
import { CONTAINER_LIMITS, type ContainerLimits } from '../../../../../src/main/import/containers/limits.ts';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { importFile, QUIET } from '../../../../../src/main/import/run.ts';
import { temporaryFolder } from '../../../../helpers/vault.ts';
import { type ZipPart, zipOf } from '../../../../helpers/zip.ts';
import { bench } from '../helpers.ts';

const CALLS = `Caller;Called;Start;Duration\n${Array.from(
  { length: 30 },
  (_, at) => `+380501112${String(at).padStart(3, '0')};+40712345678;2026-03-01 10:${10 + at}:00;${at + 5}`,
).join('\n')}\n`;
const UPLOADS = { uploads: { get: () => undefined } } as never;

function zipAt(parts: readonly ZipPart[], name = 'phone.zip'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, zipOf(parts));
  return path;
}

async function expanded(path: string, change: Partial<ContainerLimits> = {}, hashOnly = false) {
  const found = await expand(UPLOADS, [path], hashOnly, { ...CONTAINER_LIMITS, ...change });
  return {
    ...found,
    names: found.files.map(({ inside, format }) => `${inside} ${format}`),
    why: found.refused.map(({ inside, reason }) => `${inside.slice(0, 60)}: ${reason.key}`),
    stops: found.stopped.map(({ key }) => key),
  };
}

test('a folder gives its files with their place in it, recognised; litter is counted, links and pipes are named', async () => {
  const folder = join(temporaryFolder(), 'seized');
  const files = {
    'calls/a.csv': CALLS,
    'calls/deep/b.csv': CALLS,
    'photo.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    'empty.csv': '',
    'Thumbs.db': 'x',
    '.DS_Store': 'x',
    '__MACOSX/._a.csv': 'x',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  symlinkSync('/etc/hostname', join(folder, 'secret.csv'));
  symlinkSync(folder, join(folder, 'round'));
  const pipe = spawnSync('mkfifo', [join(folder, 'pipe.csv')]).status === 0;
  const found = await expanded(folder);
  expect(found.names).toEqual([
    'seized/calls/a.csv delimited',
    'seized/calls/deep/b.csv delimited',
    'seized/photo.jpg photo',
  ]);
  expect(found.litter).toBe(3);
  expect(found.why.sort()).toEqual([
    'seized/empty.csv: import:error.file-empty',
    ...(pipe ? ['seized/pipe.csv: import:refused.special'] : []),
    'seized/round: import:refused.symlink',
    'seized/secret.csv: import:refused.symlink',
  ]);
});

test('an archive gives its files, also those in an archive inside, and they are read where they lie', async () => {
  const one = bench();
  const inner = zipOf([{ name: 'deep/виклики!/дзвінки%.csv', content: CALLS }]);
  const path = one.write(
    'extraction!.zip',
    zipOf([
      { name: 'a/calls.csv', content: CALLS },
      { name: 'a/inner.zip', content: inner, method: 0 },
      { name: '__MACOSX/a/._calls.csv', content: 'x' },
    ]),
  );
  const { files, litter, refused } = await importHandlers['import.expand'](one.context, { paths: [path] });
  expect(litter).toBe(1);
  expect(refused).toEqual([]);
  expect(files.map(({ inside }) => inside)).toEqual([
    'extraction!.zip/a/calls.csv',
    'extraction!.zip/a/inner.zip/deep/виклики!/дзвінки%.csv',
  ]);
  for (const { path: address, name, size } of files) {
    expect(size).toBe(Buffer.byteLength(CALLS));
    const inspection = await importHandlers['import.inspect'](one.context, { path: address });
    expect(inspection).toMatchObject({ fileName: name, size, estimatedRows: 30 });
    const specification = inspection.suggested;
    const preview = await importHandlers['import.preview'](one.context, {
      path: address,
      specification,
      limit: 5,
    });
    expect(preview.rows).toHaveLength(5);
    const wish = { fileId: one.fileId, path: address, specification, dryRun: false, progress: QUIET };
    const report = await importFile(one.context, { ...wish, again: files[0]?.path !== address });
    expect(report).toMatchObject({ file: name, rows: 30, imported: 30, rejected: 0 });
  }
});

test('the same bytes in an archive and in a folder are the same file: refused unless it is meant', async () => {
  const one = bench();
  const plain = one.write('calls.csv', CALLS);
  const packed = one.write('calls.zip', zipOf([{ name: 'other name.csv', content: CALLS }]));
  const { suggested } = await importHandlers['import.inspect'](one.context, { path: plain });
  const wish = { fileId: one.fileId, specification: suggested, dryRun: false, progress: QUIET };
  await importFile(one.context, { ...wish, path: plain });
  await expect(
    importFile(one.context, { ...wish, path: `zip:${packed}!/other name.csv` }),
  ).rejects.toMatchObject({ error: { code: 'import.already-imported' } });
});

test('names that lead out, links, encrypted and strangely packed entries are named with the reason', async () => {
  const path = zipAt([
    { name: '../../etc/passwd.csv', content: CALLS },
    { name: '/root/a.csv', content: CALLS },
    { name: 'C:\\Windows\\a.csv', content: CALLS },
    { name: 'a\\..\\..\\b.csv', content: CALLS },
    { name: 'nul\0byte.csv', content: CALLS },
    { name: 'gpj.\u202evsc.csv', content: CALLS },
    { name: `${'long/'.repeat(300)}a.csv`, content: CALLS },
    { name: 'link.csv', content: '/etc/passwd', unixMode: 0o120777 },
    { name: 'secret.csv', content: CALLS, flags: 0x801 },
    { name: 'lzma.csv', content: CALLS, method: 14 },
    { name: 'nothing.csv', content: '' },
    { name: 'good.csv', content: CALLS },
  ]);
  const found = await expanded(path);
  expect(found.names).toEqual(['phone.zip/good.csv delimited']);
  expect(found.why.map((line) => line.split('refused.')[1])).toEqual([
    'unsafeName',
    'unsafeName',
    'unsafeName',
    'unsafeName',
    'absurdName',
    'absurdName',
    'absurdName',
    'symlink',
    'encrypted',
    'compression',
    'empty',
  ]);
  const one = bench();
  await expect(
    importHandlers['import.inspect'](one.context, { path: `zip:${path}!/../../etc/passwd.csv` }),
  ).rejects.toMatchObject({ error: { code: 'import.zip-refused' } });
  await expect(
    importHandlers['import.inspect'](one.context, { path: `zip:${path}!/gone.csv` }),
  ).rejects.toMatchObject({ error: { code: 'import.zip-entry-missing', params: { file: 'gone.csv' } } });
});

test('two entries of one name are two files', async () => {
  const other = CALLS.replaceAll('+40712345678', '+40798765432');
  const path = zipAt([
    { name: 'a/calls.csv', content: CALLS },
    { name: 'a/calls.csv', content: other },
    { name: 'a/calls (2).csv', content: CALLS },
  ]);
  const { files } = await expanded(path);
  expect(files.map(({ name }) => name)).toEqual(['calls.csv', 'calls (2).csv', 'calls (2) (2).csv']);
  const one = bench();
  const second = await importHandlers['import.inspect'](one.context, { path: files[1]?.path ?? '' });
  expect(second.sampleRows[0]?.[1]).toBe('+40798765432');
});

test.each([
  ['дзвінки березень.csv', 'cp866'],
  ['Apeluri Chișinău.csv', 'utf8'],
  ['łączność żółw.csv', 'cp852'],
])('a name written without saying how is read: %s in %s', async (name, encoding) => {
  const expected = encoding === 'cp866' ? name.replaceAll('і', 'i') : name;
  const path = zipAt([{ name: iconv.encode(expected, encoding), content: CALLS }]);
  expect((await expanded(path)).files[0]?.name).toBe(expected);
});

test('a bomb stops with a message: ratio, shared bytes, too many, too much, too deep, too large inside', async () => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);
  expect((await expanded(zipAt([{ name: 'zeros.csv', content: zeros }]))).why).toEqual([
    'phone.zip/zeros.csv: import:refused.ratio',
  ]);
  const kernel = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251));
  const shared = Array.from({ length: 50 }, (_, at) => ({
    name: `${at}.csv`,
    content: kernel,
    sharesFirst: at > 0,
  }));
  expect((await expanded(zipAt(shared))).why).toEqual(['phone.zip: import:refused.overlaps']);
  const many = Array.from({ length: 30 }, (_, at) => ({ name: `${at}.csv`, content: CALLS }));
  const few = await expanded(zipAt(many), { files: 10 });
  expect([few.files.length, few.stops]).toEqual([10, ['import:stopped.files']]);
  const small = await expanded(zipAt(many), { total: CALLS.length * 5 });
  expect([small.files.length, small.stops]).toEqual([5, ['import:stopped.total']]);
  let nested = zipOf([{ name: 'calls.csv', content: CALLS }]);
  for (let depth = 0; depth < 12; depth += 1)
    nested = zipOf([{ name: `level${depth}.zip`, content: nested }]);
  const deep = await expanded(zipAt([{ name: 'start.zip', content: nested }]));
  expect(deep.files).toEqual([]);
  expect(deep.why).toHaveLength(1);
  expect(deep.why[0]).toContain('import:refused.depth');
  const inside = zipOf([{ name: 'calls.csv', content: CALLS }]);
  const large = await expanded(zipAt([{ name: 'inner.zip', content: inside }]), { inMemory: 100 });
  expect(large.why).toEqual(['phone.zip/inner.zip: import:refused.nestedTooLarge']);
});

test('sizes and check sums that lie are found out while reading, and nothing of the file is imported', async () => {
  const one = bench();
  for (const lie of [{ size: 500 }, { size: 90_000 }, { crc: 1 }]) {
    const path = one.write('lie.zip', zipOf([{ name: 'calls.csv', content: CALLS, ...lie }]));
    await expect(
      importHandlers['import.inspect'](one.context, { path: `zip:${path}!/calls.csv` }),
    ).rejects.toMatchObject({ error: { code: 'import.zip-broken' } });
  }
});

test('an archive cut off, garbage with its signature and one without entries are said to be so', async () => {
  const whole = zipOf([{ name: 'calls.csv', content: CALLS }]);
  const cut = join(temporaryFolder(), 'cut.zip');
  writeFileSync(cut, whole.subarray(0, whole.length - 30));
  expect((await expanded(cut)).why).toEqual(['cut.zip: import:error.zip-broken']);
  const garbage = join(temporaryFolder(), 'garbage.zip');
  writeFileSync(garbage, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000, 7)]));
  expect((await expanded(garbage)).why).toEqual(['garbage.zip: import:error.zip-broken']);
  expect(await expanded(zipAt([]))).toMatchObject({ files: [], refused: [] });
});

test('a document that packs itself as an archive is one file', async () => {
  const path = zipAt(
    [
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'ppt/slide.xml', content: '<a/>' },
    ],
    'slides.pptx',
  );
  expect((await expanded(path)).files).toHaveLength(1);
});

test('material nobody may look at is listed without opening a file, not even an archive', async () => {
  const path = zipAt([{ name: 'calls.csv', content: CALLS }]);
  const { files } = await expanded(path, {}, true);
  expect(files).toMatchObject([{ path, format: null, why: { key: 'import:why.notLookedAt' } }]);
});
