// The long form of tests/crash: every operation is killed at many moments; prints how many and what was found after.
// `npm run test:crash -- 100` kills each operation a hundred times.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../setup/paths.mjs';

const KILLS_OF_EACH = process.argv[2] ?? '40';
const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/crash'], {
  cwd: root,
  env: { ...process.env, IFORCE_CRASH_KILLS: KILLS_OF_EACH },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(child, 'close');
const totals = { kills: 0, atSteps: 0, before: 0, after: 0 };
const rest = [];
for await (const line of createInterface({ input: child.stdout })) {
  if (!line.startsWith('crash: {')) {
    rest.push(line);
    continue;
  }
  const one = JSON.parse(line.slice('crash: '.length));
  for (const key of Object.keys(totals)) totals[key] += one[key];
  console.log(
    `${one.operation}: killed ${one.kills} times (${one.atSteps} between its ${one.steps} steps on the disk, the others within its ${one.milliseconds} ms); as before ${one.before}, as after ${one.after}; seed ${one.seed}, ${one.seconds} s`,
  );
}
const [status] = await ended;
if (status !== 0) console.log(rest.join('\n').slice(-8000));
console.log(
  `${totals.kills} kills, ${totals.atSteps} of them between two steps; as before ${totals.before}, as after ${totals.after}, ${status === 0 ? 'none otherwise' : 'FAILED'}`,
);
process.exitCode = status ?? 1;
