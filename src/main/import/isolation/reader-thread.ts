import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Failure } from '../../../core/result.ts';
import type { FromThread, ReaderTask, ThreadNews, ToThread } from './messages.ts';
import { freshThread, keepSpare, keepUsed, type ThreadMake } from './spare-thread.ts';

const MEGABYTE = 1024 * 1024;
const LOOK_MS = 50;
const LAST_WORD_MS = 200;

/** What one file may take of the computer. */
export interface ReaderLimits extends ThreadMake {
  /** What the whole program may grow by meanwhile: buffers are not part of the heap. */
  readonly growthMegabytes: number;
  /** Without a sign of life, where the engine owes the reader nothing. */
  readonly stuckMs: number;
  /** Added for each megabyte the reader was given: some work only begins when all bytes are there. */
  readonly stuckMsPerMegabyte: number;
}

export const READER_LIMITS: ReaderLimits = {
  heapMegabytes: 1024,
  growthMegabytes: 2048,
  stuckMs: 30_000,
  stuckMsPerMegabyte: 1000,
};

/** The bytes a thread may ask for. */
export interface ThreadBytes {
  readonly name: string;
  sample(): Promise<Uint8Array>;
  /** Another reading of the file from its beginning. */
  reading(): AsyncIterable<Uint8Array>;
}

/**
 * A thread that reads one file. It cannot take the engine down: what it throws, a heap that is full, memory beyond the
 * limit and silence all become a Failure that names the file, and end it.
 */
export class ReaderThread {
  readonly #worker: Worker;
  readonly #bytes: ThreadBytes;
  readonly #limits: ReaderLimits;
  readonly #readings = new Map<number, AsyncIterator<Uint8Array>>();
  readonly #news: ThreadNews[] = [];
  readonly #memoryBefore = process.memoryUsage.rss();
  #waiter: { resolve: (news: ThreadNews) => void; reject: (error: unknown) => void } | null = null;
  #failure: unknown = null;
  #isOver = false;
  /** The last news of the task was given: it did not break off. */
  #isAtEnd = false;
  readonly #finished = Promise.withResolvers<boolean>();
  #owed = 0;
  #given = 0;
  #lastSign = performance.now();

  constructor(task: ReaderTask, bytes: ThreadBytes, limits: ReaderLimits, breathe: () => Promise<void>) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#worker = freshThread(limits);
    this.#worker.on('message', (message: FromThread) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(this.#trouble(isOutOfMemory(error))));
    this.#worker.on('exit', () => this.#fail(this.#trouble(false)));
    this.#post({ kind: 'task', task });
    void this.#watch(breathe);
  }

  /** What the thread says next. Failures: those of the reader, import.reader-stuck, -crashed, -too-big. */
  next(): Promise<ThreadNews> {
    const news = this.#news.shift();
    if (news !== undefined) {
      if (news.kind === 'rows') this.#post({ kind: 'taken' });
      return Promise.resolve(news);
    }
    if (this.#failure !== null) return Promise.reject(this.#failure);
    this.#lastSign = performance.now();
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
    });
  }

  async close(): Promise<void> {
    const isClean = this.#isAtEnd && this.#failure === null && (await this.#isCleanSoon());
    this.#isOver = true;
    if (isClean && this.#owed === 0 && keepUsed(this.#worker, this.#limits)) return;
    await this.#worker.terminate();
    keepSpare(this.#limits);
  }

  /** Its last word follows at once. */
  #isCleanSoon(): Promise<boolean> {
    return Promise.race([this.#finished.promise, wait(LAST_WORD_MS, false, { ref: false })]);
  }

  #hear(message: FromThread): void {
    this.#lastSign = performance.now();
    if (message.kind === 'ask') void this.#answer(message);
    else if (message.kind === 'enough') this.#leave(message.reading);
    else if (message.kind === 'finished') this.#finished.resolve(message.isClean);
    else if (message.kind === 'failed') this.#fail(this.#readerFailure(message));
    else this.#deliver(message);
  }

  #deliver(news: ThreadNews): void {
    this.#isAtEnd = news.kind === 'end' || news.kind === 'table';
    const waiter = this.#waiter;
    this.#waiter = null;
    if (waiter === null) {
      this.#news.push(news);
      return;
    }
    if (news.kind === 'rows') this.#post({ kind: 'taken' });
    waiter.resolve(news);
  }

  async #answer(question: Extract<FromThread, { kind: 'ask' }>): Promise<void> {
    this.#owed += 1;
    try {
      const bytes =
        question.what === 'sample' ? await this.#bytes.sample() : await this.#piece(question.reading);
      this.#owed -= 1;
      this.#lastSign = performance.now();
      this.#given += bytes?.length ?? 0;
      const copy = bytes === null ? null : new Uint8Array(bytes);
      this.#post({ kind: 'bytes', ask: question.ask, bytes: copy }, copy);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #piece(number: number): Promise<Uint8Array | null> {
    const reading = this.#readings.get(number) ?? this.#bytes.reading()[Symbol.asyncIterator]();
    this.#readings.set(number, reading);
    const next = await reading.next();
    return next.done === true ? null : next.value;
  }

  #leave(number: number): void {
    const reading = this.#readings.get(number);
    this.#readings.delete(number);
    reading?.return?.().catch((error: unknown) => this.#fail(error));
  }

  /** Nothing after the end: the thread may be with another file by then. */
  #post(message: ToThread, copy: Uint8Array<ArrayBuffer> | null = null): void {
    if (this.#isOver) return;
    this.#worker.postMessage(message, copy === null ? [] : [copy.buffer]);
  }

  async #watch(breathe: () => Promise<void>): Promise<void> {
    try {
      while (!this.#isOver) {
        await wait(LOOK_MS, undefined, { ref: false });
        if (this.#waiter === null) continue;
        await breathe();
        this.#judge();
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #judge(): void {
    if (this.#waiter === null || this.#isOver) return;
    const { growthMegabytes, stuckMs, stuckMsPerMegabyte } = this.#limits;
    const grown = (process.memoryUsage.rss() - this.#memoryBefore) / MEGABYTE;
    if (grown > growthMegabytes) this.#fail(this.#trouble(true));
    const patience = stuckMs + (this.#given / MEGABYTE) * stuckMsPerMegabyte;
    if (this.#owed === 0 && performance.now() - this.#lastSign > patience)
      this.#fail(new Failure('import.reader-stuck', { file: this.#bytes.name }));
  }

  #readerFailure({ error, isTooBig, place }: Extract<ThreadNews, { kind: 'failed' }>): Failure {
    if (error !== null) return new Failure(error.code, error.params);
    if (!isTooBig) process.stderr.write(`reader: ${place}\n`);
    return this.#trouble(isTooBig);
  }

  #trouble(isTooBig: boolean): Failure {
    return new Failure(isTooBig ? 'import.reader-too-big' : 'import.reader-crashed', {
      file: this.#bytes.name,
    });
  }

  /** The first reason stands; what the thread said before still comes first. */
  #fail(error: unknown): void {
    if (this.#failure !== null || this.#isOver) return;
    this.#failure = error;
    this.#isOver = true;
    void this.#worker.terminate();
    this.#waiter?.reject(error);
    this.#waiter = null;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
