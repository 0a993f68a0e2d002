import { test } from 'vitest';
import { FOUND, nameOf } from './found.ts';
import { playSeed } from './model.ts';

/** Any commands in any order: undone they leave the first state, done again the last, and right indexes throughout. */
const FIRST_AND_LAST = [101, 200] as const;
const LATER = Object.keys(FOUND)
  .map(Number)
  .filter((seed) => seed > FIRST_AND_LAST[1]);
const SEEDS = [...Array.from({ length: 100 }, (_, index) => index + FIRST_AND_LAST[0]), ...LATER];
const COMMANDS = 100;

test.each(SEEDS.map((seed) => ({ seed, name: nameOf(seed) })))(
  '$name',
  ({ seed }) => playSeed(seed, COMMANDS),
  30_000,
);
