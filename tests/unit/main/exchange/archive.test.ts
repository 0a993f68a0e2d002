import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ArchiveRefused, safeName, unzipped, zipped } from '../../../../src/main/exchange/archive.ts';

async function collected(files: Map<string, Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of zipped(files, async () => undefined)) parts.push(part);
  return Buffer.concat(parts);
}

test('what goes in comes out, empty and large files too', async () => {
  const files = new Map([
    ['a.txt', Buffer.alloc(0)],
    ['data/b.bin', Buffer.alloc(900_000, 'xyz')],
  ]);
  const back = await unzipped(await collected(files));
  expect([...back.keys()]).toEqual([...files.keys()]);
  for (const [path, bytes] of files) expect(Buffer.compare(Buffer.from(back.get(path) ?? []), bytes)).toBe(0);
});

describe('names that leave the folder', () => {
  test.each(['../a', '/a', 'a/../../b', 'C:/a', 'a\\b', 'a//b', './a', 'a\u0000', 'CON/a. ', ''])(
    '%j',
    async (name) => {
      expect(safeName(name)).toBe(false);
      if (name !== '')
        await expect(unzipped(zipSync({ [name]: new Uint8Array(1) }))).rejects.toBeInstanceOf(ArchiveRefused);
    },
  );

  test('the same name in another case', async () => {
    await expect(
      unzipped(zipSync({ 'a.txt': new Uint8Array(1), 'A.TXT': new Uint8Array(1) })),
    ).rejects.toMatchObject({ problem: 'unsafe-name' });
  });

  test('something that is no archive', async () => {
    await expect(unzipped(Buffer.from('not a zip'))).rejects.toMatchObject({ problem: 'damaged' });
  });
});
