import { test } from 'vitest';
import { playSeed } from './model.ts';

/** Any commands in any order: undone they leave the first state, done again the last, and right indexes throughout. */
const SEEDS = Array.from({ length: 100 }, (_, index) => index + 101);
const COMMANDS = 100;

test.each(SEEDS)('seed %i', (seed) => playSeed(seed, COMMANDS), 30_000);
