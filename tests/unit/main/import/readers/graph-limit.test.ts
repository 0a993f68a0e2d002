import { expect, test } from 'vitest';
import { Failure } from '../../../../../src/core/result.ts';
import { GRAPH_READERS } from '../../../../../src/main/import/readers/graph/index.ts';

const SPECIFICATION = { encoding: 'utf-8', delimiter: '', quote: '', headerRow: 0, columns: [] };
const MEGABYTE = 1024 * 1024;
const MOST = 24 * MEGABYTE;

const codeOf = (error: unknown): string => (error instanceof Failure ? error.error.code : String(error));

/** Blanks, which every one of the formats may begin with, and how many pieces of it were asked for. */
function blanks(megabytes: number) {
  const asked = { pieces: 0 };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < megabytes; at += 1) {
      asked.pieces += 1;
      yield new Uint8Array(MEGABYTE).fill(32);
    }
  }
  return { asked, chunks };
}

test.each(GRAPH_READERS.map((reader) => [reader.format, reader] as const))(
  'a %s larger than can be held is refused before it is read',
  async (_, reader) => {
    const { asked, chunks } = blanks(40);
    const source = {
      name: 'large.bin',
      size: MOST + 1,
      sample: async () => new Uint8Array(),
      chunks,
      close: () => undefined,
    };
    const looked = await reader.look?.(source, {}).catch(codeOf);
    expect(looked).toBe('import.too-large');
    expect(asked.pieces).toBe(0);
  },
);

test.each(GRAPH_READERS.map((reader) => [reader.format, reader] as const))(
  'a %s whose size nobody told is left at the limit',
  async (_, reader) => {
    const { asked, chunks } = blanks(40);
    const read = await reader.read(chunks(), SPECIFICATION, 'large.bin').catch(codeOf);
    expect(read).toBe('import.too-large');
    expect(asked.pieces).toBeLessThan(40);
  },
);
