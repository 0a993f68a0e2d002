import { expect, test } from 'vitest';
import { killMany } from './kill.ts';
import { OPERATIONS } from './operations/index.ts';
import { seeded } from './plan.ts';

/** Kill points of each operation: a few in every test run, many with `npm run test:crash`. */
const KILLS = Number(process.env.IFORCE_CRASH_KILLS ?? 2);
const SEED = Number(process.env.IFORCE_CRASH_SEED ?? 20_261_124);

test.each(OPERATIONS.map((operation, index) => ({ name: operation.name, operation, index })))(
  'killed at any moment of “$name” the vault is whole, and as before or as after',
  async ({ operation, index }) => {
    const report = await killMany(operation, KILLS, seeded(SEED + index));
    process.stdout.write(`crash: ${JSON.stringify({ ...report, seed: SEED + index })}\n`);
    expect(report.before + report.after).toBe(KILLS);
  },
  60_000 + KILLS * 20_000,
);
