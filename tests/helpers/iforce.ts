import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';

/** The built program, as a person calls it. */
const PROGRAM = resolve('out/main/cli.js');

export interface CommandLine {
  readonly folder: string;
  readonly vault: string;
  /** File with the passphrase of the vault. */
  readonly secret: string;
  /** A call without a vault. */
  call(...words: string[]): SpawnSyncReturns<string>;
  /** A call with the vault, its passphrase and --json. */
  inVault(...words: string[]): SpawnSyncReturns<string>;
  /** The same without --json. */
  forPerson(...words: string[]): SpawnSyncReturns<string>;
  write(name: string, content: string): string;
  close(): void;
}

/** The command line in a folder of its own, with a vault and an analysis file. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'iforce cli ї '));
  const vault = join(folder, 'Справа.vault');
  const secret = join(folder, 'passphrase.txt');
  writeFileSync(secret, 'invented passphrase only for this test 71\n');
  const call = (...words: string[]) =>
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...words], {
      encoding: 'utf8',
      input: '',
      env: { PATH: process.env.PATH, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), LANG: 'C' },
    });
  const forPerson = (...words: string[]) => call('--vault', vault, '--passphrase-file', secret, ...words);
  const inVault = (...words: string[]) => forPerson('--json', ...words);
  inVault('vault', 'create');
  inVault('file', 'new', 'CAF-1', '--title', 'Справа', '--purpose', 'test');
  return {
    folder,
    vault,
    secret,
    call,
    inVault,
    forPerson,
    write(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Exactly one JSON object on standard output and nothing else. */
export function oneObject({ stdout }: SpawnSyncReturns<string>) {
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(stdout);
}
