import { Failure } from '../../../../../src/core/result.ts';
import { serveReaders } from '../../../../../src/main/import/isolation/serve.ts';
import type { Reader, SourceRow } from '../../../../../src/main/import/readers/reader.ts';

/** Readers that go wrong in every way one can; each stands under the name of a real format. */
function hostile(format: Reader['format'], read: () => AsyncIterable<readonly SourceRow[]>): Reader {
  return {
    format,
    extensions: [],
    mediaType: 'text/plain',
    sniff: () => ({ confidence: 0, why: 'name' }),
    read: async (chunks) => {
      for await (const chunk of chunks) if (chunk.length === 0) throw new Error('no bytes');
      return { columns: ['value'], batches: read() };
    },
    look: async () => {
      await forEver();
      throw new Error('never reached');
    },
  };
}

const row = (line: number): SourceRow => ({ line, cells: [`value ${line}`], problem: null });

async function forEver(): Promise<void> {
  for (;;) Math.sqrt(2);
}

async function* hang(): AsyncGenerator<readonly SourceRow[]> {
  yield [row(1)];
  await forEver();
}
async function* wait(): AsyncGenerator<readonly SourceRow[]> {
  yield [];
  await new Promise(() => undefined);
}
async function* crash(): AsyncGenerator<readonly SourceRow[]> {
  yield [row(1)];
  throw new TypeError('a secret of the file');
}
async function* leave(): AsyncGenerator<readonly SourceRow[]> {
  yield [row(1)];
  process.exit(3);
}
async function* throwLater(): AsyncGenerator<readonly SourceRow[]> {
  setTimeout(() => {
    throw new Error('nobody catches this');
  });
  await new Promise(() => undefined);
  yield [];
}
async function* recurse(): AsyncGenerator<readonly SourceRow[]> {
  const deeper = (depth: number): number => 1 + deeper(depth + 1);
  yield [row(deeper(0))];
}
async function* fillHeap(): AsyncGenerator<readonly SourceRow[]> {
  const kept: string[][] = [];
  while (kept.length >= 0) kept.push(Array.from({ length: 1000 }, (_, cell) => `${kept.length} ${cell}`));
  yield [row(kept.length)];
}
async function* fillBuffers(): AsyncGenerator<readonly SourceRow[]> {
  const kept: Uint8Array[] = [];
  for (;;) {
    kept.push(new Uint8Array(16 * 1024 * 1024).fill(kept.length + 1));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
async function* refuse(): AsyncGenerator<readonly SourceRow[]> {
  yield [row(1), row(2)];
  throw new Failure('import.xml-broken', { file: 'mine', line: 7 });
}
async function* many(): AsyncGenerator<readonly SourceRow[]> {
  yield Array.from({ length: 25_500 }, (_, at) => row(at + 1));
}
async function* changeObjects(): AsyncGenerator<readonly SourceRow[]> {
  Object.assign(Object.prototype, { admin: true });
  yield [row(1)];
}

await serveReaders([
  hostile('xlsx', hang),
  hostile('xls', wait),
  hostile('ods', crash),
  hostile('json', leave),
  hostile('matrix', throwLater),
  hostile('vcard', recurse),
  hostile('eml', fillHeap),
  hostile('mbox', fillBuffers),
  hostile('msg', refuse),
  hostile('camt', many),
  hostile('mt940', changeObjects),
]);
