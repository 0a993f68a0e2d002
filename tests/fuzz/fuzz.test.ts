import { expect, test } from 'vitest';
import { Failure } from '../../src/core/result.ts';
import { importHandlers } from '../../src/main/import/handlers.ts';
import { READERS } from '../../src/main/import/readers/index.ts';
import { importFile, QUIET } from '../../src/main/import/run.ts';
import { type Bench, bench, contentHash } from '../unit/main/import/helpers.ts';
import { hunt } from './hunt.ts';
import { inputOf } from './input.ts';
import { mutated } from './mutate.ts';
import { seedsOf } from './seeds.ts';

/** A few inputs in every test run, many with `npm run test:fuzz`. */
const INPUTS = Number(process.env.IFORCE_FUZZ_INPUTS ?? 600);
const SEED = Number(process.env.IFORCE_FUZZ_SEED ?? 20_261_124);
const OF_EACH = Math.ceil(INPUTS / READERS.length);
/** Through a real vault: each takes a hundred times as long. */
const IMPORTS_OF_EACH = Math.max(3, Math.ceil(OF_EACH / 100));
const FORMATS = READERS.map(({ format }) => format);
const LONG = 3_600_000;

test.each(FORMATS)('there is a whole file of the format %s to start from', (format) => {
  const seeds = seedsOf(format);
  expect(seeds.length, `put a small file into tests/fuzz/seeds/${format}.*`).toBeGreaterThan(0);
});

test.each(FORMATS)(
  'no broken file of the format %s crashes, hangs or fills the memory',
  async (format) => {
    const found = await hunt({ format, from: 0, to: OF_EACH, seed: SEED });
    console.log(`fuzz: ${JSON.stringify({ format, seed: SEED, ...found, findings: found.findings.length })}`);
    expect(found.findings).toEqual([]);
    expect(found.inputs).toBe(OF_EACH);
    expect(found.read).toBeGreaterThan(0);
  },
  LONG,
);

test.each(FORMATS)(
  'rows in = imported + rejected, and the same file twice adds nothing: %s',
  async (format) => {
    const one = bench();
    const seeds = seedsOf(format);
    let imported = 0;
    for (let index = 0; index < IMPORTS_OF_EACH; index += 1) {
      const isWhole = index < Math.min(2, seeds.length);
      const { name, bytes } = inputOf(seeds, format, SEED, isWhole ? index : seeds.length + index);
      if (await importsOnce(one, one.write(`${index} ${name}`, bytes))) imported += 1;
    }
    expect(imported).toBeGreaterThan(0);
  },
  LONG,
);

/** False where the file is refused as a whole. */
async function importsOnce(one: Bench, path: string): Promise<boolean> {
  const before = contentHash(one.database);
  try {
    const { suggested } = await importHandlers['import.inspect'](one.context, { path });
    const wish = { fileId: one.fileId, path, specification: suggested, dryRun: false, progress: QUIET };
    const report = await importFile(one.context, wish);
    expect(report.rows).toBe(report.imported + report.rejected);
    const after = contentHash(one.database);
    await expect(importFile(one.context, wish)).rejects.toMatchObject({
      error: { code: 'import.already-imported' },
    });
    expect(contentHash(one.database)).toBe(after);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.error.code).toMatch(/^import\.(?!reader-)/);
    expect(contentHash(one.database)).toBe(before);
    return false;
  }
}

test('broken files are the same for the same numbers, and differ otherwise', () => {
  const seeds = seedsOf('delimited');
  const made = (index: number): string =>
    Buffer.from(inputOf(seeds, 'delimited', SEED, seeds.length + index).bytes).toString('base64');
  expect(made(3)).toBe(made(3));
  expect(new Set(Array.from({ length: 50 }, (_, index) => made(index))).size).toBeGreaterThan(40);
  expect(mutated([{ name: 'a.csv', bytes: new Uint8Array([1]) }], () => 0.999).bytes.length).toBeGreaterThan(
    0,
  );
});
