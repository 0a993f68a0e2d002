import { join } from 'node:path';
import { type PairOfFile, readPairs } from '../../src/cli/pairs.ts';
import type { ScoredPair } from '../../src/core/names/index.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/names');

/** One part of the labelled pairs (tests/fixtures/names/README.md). */
export async function labelledPairs(part: 'tuning' | 'measured'): Promise<readonly PairOfFile[]> {
  const { pairs, unreadable } = await readPairs(join(FOLDER, `${part}.csv`), ['name1', 'name2', 'is_match']);
  if (unreadable.length > 0) throw new Error(`${part}.csv: line ${unreadable[0]?.line} cannot be read`);
  return pairs;
}

export function scoredPairs(
  pairs: readonly PairOfFile[],
  score: (left: string, right: string) => number,
): ScoredPair<PairOfFile>[] {
  return pairs.map((pair) => ({ pair, score: score(pair.left, pair.right) }));
}
