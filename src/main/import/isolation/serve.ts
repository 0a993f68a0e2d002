import { type MessagePort, parentPort } from 'node:worker_threads';
import { Failure, required } from '../../../core/result.ts';
import type { ByteSource } from '../files.ts';
import type { Reader, SourceRow } from '../readers/reader.ts';
import {
  BATCHES_AHEAD,
  type FromThread,
  type ReaderTask,
  type ThreadNews,
  type ToThread,
} from './messages.ts';

/** A reader may give a whole sheet at once; the engine gets it in pieces it can work off between two looks around. */
const ROWS_AT_ONCE = 1000;

/** Does one task after the other with the reader of its format; the bytes of each come piece by piece. */
export async function serveReaders(readers: readonly Reader[]): Promise<void> {
  const port = required(parentPort, 'the port of a reader thread');
  silence();
  const before = shapeOfGlobals();
  let bytes = new BytesFromEngine(port);
  let work = Promise.resolve();
  port.on('message', (message: ToThread) => {
    if (message.kind !== 'task') return bytes.hear(message);
    const own = new BytesFromEngine(port);
    bytes = own;
    work = work.then(async () => {
      await serve(port, readers, message.task, own);
      port.postMessage({ kind: 'finished', isClean: shapeOfGlobals() === before } satisfies FromThread);
    });
  });
}

/** A file that made a library change what all objects share would be felt by the next one. */
function shapeOfGlobals(): string {
  const shared = [Object, Array, String, Number, Promise, Map, Uint8Array, RegExp, Date].map(
    (one) => one.prototype,
  );
  return [globalThis, ...shared].map((one) => Reflect.ownKeys(one).length).join(' ');
}

async function serve(
  port: MessagePort,
  readers: readonly Reader[],
  task: ReaderTask,
  bytes: BytesFromEngine,
): Promise<void> {
  const tell = (news: ThreadNews): void => port.postMessage(news);
  try {
    const reader = readers.find(({ format }) => format === task.format);
    if (reader === undefined) throw new Failure('import.not-a-table', { file: task.name });
    if (task.kind === 'look')
      tell({ kind: 'table', table: await required(reader.look, 'look')(bytes.source(task), task.reading) });
    else await giveRows(reader, task, bytes, tell);
  } catch (error) {
    tell(failed(error));
  }
}

/** What a library has to say of a file may quote it; a stream of the thread's own would keep the program from ending. */
function silence(): void {
  const nothing = (): boolean => true;
  process.stdout.write = nothing;
  process.stderr.write = nothing;
}

async function giveRows(
  reader: Reader,
  task: Extract<ReaderTask, { kind: 'read' }>,
  bytes: BytesFromEngine,
  tell: (news: ThreadNews) => void,
): Promise<void> {
  const stream = await reader.read(bytes.reading(), task.specification, task.name);
  tell({ kind: 'columns', columns: [...stream.columns] });
  for await (const batch of stream.batches) {
    for (let at = 0; at < batch.length; at += ROWS_AT_ONCE) {
      await bytes.roomForBatch();
      tell({ kind: 'rows', rows: batch.slice(at, at + ROWS_AT_ONCE) satisfies readonly SourceRow[] });
    }
  }
  tell({ kind: 'end' });
}

function failed(error: unknown): ThreadNews {
  const base = { kind: 'failed', error: null, isTooBig: false, place: '' } as const;
  if (error instanceof Failure) return { ...base, error: error.error };
  if (!(error instanceof Error)) return base;
  const isTooBig =
    error instanceof RangeError && /alloc|invalid .*length|too large|out of memory/i.test(error.message);
  return { ...base, isTooBig, place: placeOf(error) };
}

/** Where in the code, without the message: it may quote the file. */
function placeOf(error: Error): string {
  return `${error.name} ${/^\s*at .*$/m.exec(error.stack ?? '')?.[0].trim() ?? ''}`;
}

/** The file as its reader sees it, and how many batches the engine is ready for. */
class BytesFromEngine {
  readonly #port: MessagePort;
  readonly #asked = new Map<number, (bytes: Uint8Array | null) => void>();
  #asks = 0;
  #readings = 0;
  #room = BATCHES_AHEAD;
  #waiting: (() => void) | null = null;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  hear(message: Exclude<ToThread, { kind: 'task' }>): void {
    if (message.kind === 'taken') {
      this.#room += 1;
      this.#waiting?.();
      return;
    }
    this.#asked.get(message.ask)?.(message.bytes);
    this.#asked.delete(message.ask);
  }

  source({ name, size }: { readonly name: string; readonly size: number }): ByteSource {
    return {
      name,
      size,
      sample: async () =>
        (await this.#ask((ask) => ({ kind: 'ask', ask, what: 'sample' }))) ?? new Uint8Array(),
      chunks: () => this.reading(),
      close: () => undefined,
    };
  }

  async *reading(): AsyncGenerator<Uint8Array> {
    const reading = this.#readings;
    this.#readings += 1;
    try {
      for (;;) {
        const piece = await this.#ask((ask) => ({ kind: 'ask', ask, what: 'piece', reading }));
        if (piece === null) return;
        yield piece;
      }
    } finally {
      this.#tell({ kind: 'enough', reading });
    }
  }

  async roomForBatch(): Promise<void> {
    while (this.#room === 0) {
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
    this.#room -= 1;
  }

  #ask(question: (ask: number) => FromThread): Promise<Uint8Array | null> {
    this.#asks += 1;
    const ask = this.#asks;
    return new Promise((resolve) => {
      this.#asked.set(ask, resolve);
      this.#tell(question(ask));
    });
  }

  #tell(message: FromThread): void {
    this.#port.postMessage(message);
  }
}
