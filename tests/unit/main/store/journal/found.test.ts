import { test } from 'vitest';
import { FIRST_DOINGS } from './commands.ts';
import { FOUND } from './found.ts';
import { playSeed } from './model.ts';

const COMMANDS = 100;

test.each(Object.entries(FOUND))(
  'seed %s: %s',
  (seed) => playSeed(Number(seed), COMMANDS, FIRST_DOINGS),
  30_000,
);
