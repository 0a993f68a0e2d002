import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expand } from '../../src/main/import/containers/expand.ts';

/**
 * A folder of mixed files, as they come from a seized computer, recognised one by one: files a second.
 * `node tests/bench/recognise.ts [files]` prints one JSON object.
 */
const files = Number(process.argv[2] ?? 2000);
const SEEDS = join(import.meta.dirname, '../fuzz/seeds');
/** Each seed as it is and grown to about these sizes. */
const SIZES = [0, 20_000, 200_000];

function grown(bytes: Uint8Array, size: number): Uint8Array {
  const isText = !bytes.subarray(0, 2000).includes(0);
  return isText && bytes.length < size
    ? Buffer.concat(Array.from({ length: Math.ceil(size / bytes.length) }, () => bytes))
    : bytes;
}

const folder = mkdtempSync(join(tmpdir(), 'iforce-recognise-'));
try {
  const seeds = readdirSync(SEEDS).map((name) => ({ name, bytes: readFileSync(join(SEEDS, name)) }));
  for (let at = 0; at < files; at += 1) {
    const seed = seeds[at % seeds.length];
    const inside = join(folder, `part ${at % 40}`);
    mkdirSync(inside, { recursive: true });
    if (seed !== undefined)
      writeFileSync(join(inside, `${at} ${seed.name}`), grown(seed.bytes, SIZES[at % SIZES.length] ?? 0));
  }
  const started = performance.now();
  const found = await expand({ uploads: { get: () => undefined } } as never, [folder], false);
  const seconds = (performance.now() - started) / 1000;
  const recognised = found.files.filter(({ format }) => format !== null).length;
  process.stdout.write(
    `${JSON.stringify({
      files,
      listed: found.files.length,
      recognised,
      seconds: Math.round(seconds * 100) / 100,
      filesPerSecond: Math.round(files / seconds),
    })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
