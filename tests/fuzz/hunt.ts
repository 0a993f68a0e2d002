import { Worker } from 'node:worker_threads';
import type { ImportFormat } from '../../src/contract/import.ts';
import type { Verdict } from './judge.ts';

/** A run of inputs for one format. */
export interface Errand {
  readonly format: ImportFormat;
  readonly from: number;
  readonly to: number;
  readonly seed: number;
}

export type News =
  | { readonly kind: 'begin'; readonly index: number }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'crash'; readonly index: number; readonly text: string }
  | { readonly kind: 'end' };

export interface Finding {
  readonly format: ImportFormat;
  readonly index: number;
  readonly what: string;
}

export interface Catch {
  inputs: number;
  read: number;
  refused: number;
  rows: number;
  rejected: number;
  readonly findings: Finding[];
}

const LONGEST_MS = 20_000;
const MOST_FINDINGS = 20;
const WORKER = new URL('./fuzz-worker.ts', import.meta.url);

/** Reads all inputs in threads that may hang or die; the next one goes on behind the input that did it. */
export async function hunt(errand: Errand): Promise<Catch> {
  const found: Catch = { inputs: 0, read: 0, refused: 0, rows: 0, rejected: 0, findings: [] };
  let from = errand.from;
  while (from < errand.to && found.findings.length < MOST_FINDINGS) {
    const { at, what } = await untilTrouble({ ...errand, from }, found);
    if (what !== null) found.findings.push({ format: errand.format, index: at, what });
    from = what === null ? errand.to : at + 1;
  }
  return found;
}

function untilTrouble(errand: Errand, found: Catch): Promise<{ at: number; what: string | null }> {
  const worker = new Worker(WORKER, {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  });
  return new Promise((resolve) => {
    let at = errand.from;
    let isOver = false;
    const end = (what: string | null): void => {
      clearTimeout(clock);
      if (isOver) return;
      isOver = true;
      void worker.terminate().then(() => resolve({ at, what }));
    };
    const ring = (): NodeJS.Timeout => setTimeout(() => end(`no answer for ${LONGEST_MS} ms`), LONGEST_MS);
    let clock = ring();
    worker.on('message', (news: News) => {
      clearTimeout(clock);
      clock = ring();
      if (news.kind === 'begin') {
        at = news.index;
        found.inputs += 1;
      } else if (news.kind === 'verdict') count(found, news.verdict);
      else if (news.kind === 'crash') {
        found.findings.push({ format: errand.format, index: news.index, what: news.text });
      } else end(null);
    });
    worker.once('error', (error) => end(String(error)));
    worker.once('exit', () => end('the thread ended'));
  });
}

function count(found: Catch, verdict: Verdict): void {
  if (verdict.kind === 'refused') {
    found.refused += 1;
    return;
  }
  found.read += 1;
  found.rows += verdict.rows;
  found.rejected += verdict.rejected;
}
