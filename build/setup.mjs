// The one way in: `npm start`, `npm test` and every other script go through here. Plain JavaScript without
// dependencies that runs on Node 20: it brings the right Node, the packages, the build and a window host, each
// step only when something changed, and then starts the wanted task with that Node.
import { spawnSync } from 'node:child_process';
import { ensurePackages } from './setup/packages.mjs';
import { root } from './setup/paths.mjs';
import { ensureBuild } from './setup/program.mjs';
import { ensureRuntime } from './setup/runtime.mjs';
import { StepFailed } from './setup/step.mjs';
import { ensureTestTools, ensureWindowHost } from './setup/system.mjs';

const TASKS = {
  start: { needs: ['build', 'window'], run: ['build/tasks/start.mjs'] },
  test: { needs: ['build', 'window', 'test-tools'], run: ['build/tasks/test.mjs'] },
  'test:crash': { needs: ['build'], run: ['build/tasks/test-crash.mjs'] },
  'test:fuzz': { needs: ['build'], run: ['build/tasks/test-fuzz.mjs'] },
  iforce: { needs: ['build'], run: ['out/main/cli.js'], quiet: true },
  build: { needs: ['build'], run: null },
  bench: { needs: ['build', 'window'], run: ['build/tasks/bench.mjs'] },
  dist: { needs: ['build'], run: ['build/tasks/dist.mjs'] },
  'dist:deb': { needs: ['build'], run: ['build/tasks/dist-deb.mjs'] },
};

const [name = 'start', ...rest] = process.argv.slice(2);
const task = TASKS[name];
if (task === undefined) {
  console.error(`set-up: there is no task "${name}". Tasks: ${Object.keys(TASKS).join(', ')}.`);
  process.exit(2);
}

/** A passphrase may come on a descriptor of its own, which a child gets only when it is named. */
function descriptors(words) {
  const named = words.filter((_word, at) => /^--(new-)?passphrase-fd$/.test(words[at - 1] ?? ''));
  const last = Math.max(2, ...named.map((word) => Math.min(255, Number(word) || 0)));
  return Array.from({ length: last + 1 }, () => 'inherit');
}

try {
  const say = (line) => task.quiet || console.log(line);
  const node = ensureRuntime(say);
  ensurePackages(node, say);
  if (task.needs.includes('build')) ensureBuild(node, say);
  if (task.needs.includes('window')) ensureWindowHost(node, say);
  if (task.needs.includes('test-tools')) ensureTestTools(say);
  if (task.run !== null) {
    const done = spawnSync(node, [...task.run, ...rest], { cwd: root, stdio: descriptors(rest) });
    process.exitCode = done.status ?? 1;
  }
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`set-up failed: ${error.message}`);
  process.exitCode = 1;
}
