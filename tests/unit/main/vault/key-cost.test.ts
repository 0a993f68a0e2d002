import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costFor, LEAST_COST, measuredCost, TARGET_MS } from '../../../../src/main/vault/key-cost.ts';

const MIB = 1024;
const GIB = 1024 * MIB;
const probe = (milliseconds: number) => ({ cost: { memoryKiB: 64 * MIB, passes: 1 }, milliseconds });

test('the least cost is 256 MiB and three passes', () => {
  expect(LEAST_COST).toEqual({ memoryKiB: 262_144, passes: 3 });
});

test.each([
  ['a slow machine keeps the least', 400, 16 * GIB, { memoryKiB: 256 * MIB, passes: 3 }],
  ['a machine that takes the second for it', 83, 16 * GIB, { memoryKiB: 256 * MIB, passes: 3 }],
  ['twice as fast: twice the memory', 41, 16 * GIB, { memoryKiB: 512 * MIB, passes: 3 }],
  [
    'much faster: all the memory it may take, then passes',
    5,
    16 * GIB,
    { memoryKiB: 1024 * MIB, passes: 12 },
  ],
  ['little memory: passes instead', 20, 4 * GIB, { memoryKiB: 512 * MIB, passes: 6 }],
  ['very little memory never lowers the least', 20, 1 * GIB, { memoryKiB: 256 * MIB, passes: 12 }],
])('%s', (_what, milliseconds, memory, cost) => {
  expect(costFor(probe(milliseconds), memory)).toEqual(cost);
});

test('never below the least, never much above the target unless the least takes it', () => {
  const times = fc.double({ min: 0, max: 60_000, noNaN: true });
  const memory = fc.double({ min: 256 * MIB, max: 1024 * GIB, noNaN: true });
  fc.assert(
    fc.property(times, memory, (milliseconds, memoryKiB) => {
      const cost = costFor(probe(milliseconds), memoryKiB);
      expect(cost.memoryKiB).toBeGreaterThanOrEqual(LEAST_COST.memoryKiB);
      expect(cost.passes).toBeGreaterThanOrEqual(LEAST_COST.passes);
      const isLeast = cost.memoryKiB === LEAST_COST.memoryKiB && cost.passes === LEAST_COST.passes;
      const takes = (milliseconds * cost.memoryKiB * cost.passes) / (64 * MIB);
      expect(isLeast || takes <= TARGET_MS * 1.01).toBe(true);
    }),
  );
});

test('this machine is measured once', async () => {
  const first = measuredCost();
  expect(measuredCost()).toBe(first);
  expect((await first).memoryKiB).toBeGreaterThanOrEqual(LEAST_COST.memoryKiB);
});
