import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine, oneObject } from '../helpers/iforce.ts';

const line = commandLine();
afterAll(() => line.close());
const project = resolve('.');

/** A real `npm run -s iforce`, or the script npm runs, with the passphrase on a descriptor of its own. */
function withDescriptor(program: readonly [string, ...string[]], number: 3 | 5, words: readonly string[]) {
  const secret = openSync(line.secret, 'r');
  const between = Array.from({ length: number - 3 }, () => 'ignore' as const);
  const [command, ...before] = program;
  try {
    return spawnSync(command, [...before, ...words], {
      cwd: project,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe', ...between, secret],
      env: { PATH: process.env.PATH, HOME: line.folder, XDG_CONFIG_HOME: line.folder, LANG: 'C' },
    });
  } finally {
    closeSync(secret);
  }
}

const THROUGH_NPM = ['npm', 'run', '-s', 'iforce', '--'] as const;
const DIRECTLY = [process.execPath, 'build/setup.mjs', 'iforce'] as const;

function expectKeys(done: SpawnSyncReturns<string>): void {
  expect(done.status, done.stdout + done.stderr).toBe(0);
  expect(oneObject(done).recipient).toMatch(/^age1/);
}

describe.runIf(process.platform === 'linux')('a passphrase on a descriptor of its own', () => {
  const words = ['--vault', line.vault, '--json', '--passphrase-fd'];

  test('comes through npm', () => {
    expectKeys(withDescriptor(THROUGH_NPM, 3, [...words, '3', 'keys']));
    expectKeys(withDescriptor(THROUGH_NPM, 5, [...words.slice(0, -1), '--passphrase-fd=5', 'keys']));
  });

  test('comes through npm out of a pipe', () => {
    const script = `npm run -s iforce -- --vault '${line.vault}' --json --passphrase-fd 3 keys 3< <(cat '${line.secret}')`;
    expectKeys(spawnSync('bash', ['-c', script], { cwd: project, encoding: 'utf8' }));
  });

  test('comes without npm', () => {
    expectKeys(withDescriptor(DIRECTLY, 3, [...words, '3', 'keys']));
  });

  test('that is not there is told', () => {
    const done = spawnSync('npm', [...THROUGH_NPM.slice(1), ...words, '77', 'keys'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(done.status).toBe(1);
    expect(oneObject(done).error.code).toBe('cli.passphrase-unreadable');
  });
});

test('standard input is descriptor 0, through npm too', () => {
  const words = ['--vault', line.vault, '--json', '--passphrase-fd', '0', 'keys'];
  const input = readFileSync(line.secret, 'utf8');
  expectKeys(
    spawnSync('npm', [...THROUGH_NPM.slice(1), ...words], { cwd: project, encoding: 'utf8', input }),
  );
});
