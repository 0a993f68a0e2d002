import { parentPort, workerData } from 'node:worker_threads';
import { READERS } from '../../src/main/import/readers/index.ts';
import type { Errand, News } from './hunt.ts';
import { inputOf } from './input.ts';
import { judge } from './judge.ts';
import { seedsOf } from './seeds.ts';

const { format, from, to, seed } = workerData as Errand;
const reader = READERS.find((one) => one.format === format);
const seeds = seedsOf(format);
const tell = (news: News): void => parentPort?.postMessage(news);

for (let index = from; reader !== undefined && index < to; index += 1) {
  tell({ kind: 'begin', index });
  try {
    tell({ kind: 'verdict', verdict: await judge(reader, inputOf(seeds, format, seed, index)) });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ kind: 'crash', index, text: text.slice(0, 600) });
  }
}
tell({ kind: 'end' });
