// The long form of tests/fuzz: broken files of every format the program reads; prints how many, and what came of them.
// `npm run test:fuzz -- 50000` makes fifty thousand.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../setup/paths.mjs';

const INPUTS = process.argv[2] ?? '20000';
const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'tests/fuzz'], {
  cwd: root,
  env: { ...process.env, IFORCE_FUZZ_INPUTS: INPUTS },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(child, 'close');
const totals = { inputs: 0, read: 0, refused: 0, rows: 0, rejected: 0, findings: 0 };
const rest = [];
for await (const line of createInterface({ input: child.stdout })) {
  const at = line.indexOf('fuzz: {');
  if (at < 0) {
    rest.push(line);
    continue;
  }
  const one = JSON.parse(line.slice(at + 'fuzz: '.length));
  for (const key of Object.keys(totals)) totals[key] += one[key];
  console.log(
    `${one.format}: ${one.inputs} files, ${one.read} read with ${one.rows} rows (${one.rejected} of them rejected), ${one.refused} refused, ${one.findings} defects; seed ${one.seed}`,
  );
}
const [status] = await ended;
if (status !== 0) console.log(rest.join('\n').slice(-12_000));
console.log(
  `${totals.inputs} files: ${totals.read} read, ${totals.refused} refused with a sentence, ${totals.findings} crashes or hangs${status === 0 ? '' : '; FAILED'}`,
);
process.exitCode = status ?? 1;
