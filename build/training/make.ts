import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

/** Writes resources/training anew: `node build/training/make.ts`. */
const folder = fileURLToPath(new URL('../../resources/training/', import.meta.url));
for (const [path, bytes] of generate()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  console.log(`${path} ${bytes.length}`);
}
