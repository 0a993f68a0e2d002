import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFormat } from '../../src/contract/import.ts';
import { chooseReader } from '../../src/main/import/readers/index.ts';

/** A whole file of a format, from which broken ones are made. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const OWN = join(import.meta.dirname, 'seeds');
const FIXTURES = join(import.meta.dirname, '../fixtures');
const LARGEST = 200_000;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LARGEST && statSync(path).size > 0);
}

function seedAt(path: string): Seed {
  return {
    name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
    bytes: readFileSync(path),
  };
}

/** `seeds/<format>.*`, and every fixture of the tests that is recognised as this format. */
export function seedsOf(format: ImportFormat): Seed[] {
  const own = filesIn(OWN)
    .map(seedAt)
    .filter(({ name }) => name.startsWith(`${format}.`));
  const recognised = filesIn(FIXTURES)
    .map(seedAt)
    .filter(({ name, bytes }) => chooseReader(bytes, name).reader?.format === format);
  return [...own, ...recognised];
}
