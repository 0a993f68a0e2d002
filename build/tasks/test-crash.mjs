// The long form of tests/crash: every operation is killed at many moments; prints how many and what was found after.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const KILLS_OF_EACH = process.argv[2] ?? '20';
const done = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/crash', '--reporter=default'],
  {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, IFORCE_CRASH_KILLS: KILLS_OF_EACH },
    maxBuffer: 64 * 1024 * 1024,
  },
);
const reports = done.stdout
  .split('\n')
  .filter((line) => line.startsWith('crash: {'))
  .map((line) => JSON.parse(line.slice('crash: '.length)));
for (const one of reports)
  console.log(
    `${one.operation}: killed ${one.kills} times in ${one.milliseconds} ms; before ${one.before}, after ${one.after}`,
  );
const kills = reports.reduce((sum, one) => sum + one.kills, 0);
if (done.status !== 0) console.log(`${done.stdout}\n${done.stderr}`.slice(-8000));
console.log(`${kills} kills, ${done.status === 0 ? 0 : 'with'} exceptions`);
process.exitCode = done.status ?? 1;
