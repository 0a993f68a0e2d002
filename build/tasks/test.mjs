// Every check of the project; the last line is "N passed, N failed[, N skipped]".
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from '../setup/paths.mjs';

const totals = { passed: 0, failed: 0, skipped: 0 };
const bin = (path) => join(root, 'node_modules', path);

function check(name, args) {
  const started = Date.now();
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const passed = done.status === 0;
  totals[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!passed) console.log(`${done.stdout}\n${done.stderr}`.trim().slice(-8000));
}

check('types (tsc -b)', [bin('typescript-7/bin/tsc'), '-b']);
check('lint (biome)', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']);
check('layer rules (dependency-cruiser)', [
  bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
  'src',
  '--config',
  'build/layers.cjs',
  '--output-type',
  'err',
]);
check('nothing unused (knip)', [
  bin('knip/bin/knip.js'),
  '--include',
  'files,dependencies,unlisted,unresolved',
  '--no-config-hints',
]);

const report = join(cacheFolder, 'vitest.json');
mkdirSync(cacheFolder, { recursive: true });
rmSync(report, { force: true });
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const tests = spawnSync(process.execPath, [bin('vitest/vitest.mjs'), ...args], {
  cwd: root,
  stdio: 'inherit',
});

try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests;
  for (const file of result.testResults) {
    const broken = file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed');
    if (broken) {
      totals.failed += 1;
      console.log(`FAILED ${file.name}: ${file.message}`);
    }
    for (const one of file.assertionResults) {
      if (one.status !== 'pending' && one.status !== 'skipped' && one.status !== 'todo') continue;
      totals.skipped += 1;
      console.log(`skipped: ${one.fullName}`);
    }
  }
} catch (error) {
  totals.failed += 1;
  console.log(`FAILED the test runner left no report: ${error.message}`);
}
if (tests.status !== 0 && totals.failed === 0) totals.failed = 1;

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
