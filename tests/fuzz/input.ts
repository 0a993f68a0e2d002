import type { ImportFormat } from '../../src/contract/import.ts';
import { seeded } from '../crash/plan.ts';
import { mutated } from './mutate.ts';
import type { Seed } from './seeds.ts';

/** The seeds themselves come first, each as it is; then broken ones, the same for the same numbers. */
export function inputOf(seeds: readonly Seed[], format: ImportFormat, seed: number, index: number): Seed {
  const whole = seeds[index];
  if (whole !== undefined) return whole;
  const name = [...format].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  const random = seeded(seed + name * 1000 + index * 7919);
  for (let warm = 0; warm < 3; warm += 1) random();
  return mutated(seeds, random);
}
