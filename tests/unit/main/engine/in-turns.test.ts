import { expect, test } from 'vitest';
import type { Steps } from '../../../../src/core/text/steps.ts';
import { inTurns } from '../../../../src/main/engine/in-turns.ts';

function* busy(milliseconds: number): Steps<string> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) yield;
  return 'done';
}

test('long work lets others come in between and gives what it found', async () => {
  let turns = 0;
  let isOver = false;
  const other = (): void => {
    turns += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  expect(await inTurns(busy(200))).toBe('done');
  isOver = true;
  expect(turns).toBeGreaterThan(4);
});

test('what the work throws reaches who asked for it', async () => {
  // biome-ignore lint/correctness/useYield: it fails before its first step
  function* broken(): Steps<void> {
    throw new Error('broken');
  }
  await expect(inTurns(broken())).rejects.toThrow('broken');
});
