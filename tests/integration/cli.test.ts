import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
const training = fileURLToPath(new URL('../../resources/training/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'iforce cli ї '));
const vault = join(folder, 'Справа.vault');
const passphrase = 'invented passphrase only for this test 71';
const passphraseFile = join(folder, 'passphrase.txt');
const wrongFile = join(folder, 'wrong.txt');
const specification = join(folder, 'specification.json');
writeFileSync(passphraseFile, `${passphrase}\n`);
writeFileSync(wrongFile, 'not the passphrase at all\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let everything = '';
function iforce(words: readonly string[], options: { input?: string; language?: string } = {}) {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
    encoding: 'utf8',
    input: options.input ?? '',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      LANG: options.language ?? 'C',
    },
  });
  everything += done.stdout + done.stderr;
  return { code: done.status, out: done.stdout, error: done.stderr };
}
const linesOf = (path: string) => readFileSync(path, 'latin1').trimEnd().split('\n').length;
const withVault = (...words: string[]) =>
  iforce(['--vault', vault, '--passphrase-file', passphraseFile, '--json', ...words]);
/** Exactly one JSON object on standard output and nothing else. */
function json(result: { out: string }) {
  expect(result.out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(result.out);
}

describe('iforce', () => {
  it('makes a vault and starts an analysis file', () => {
    const made = withVault('vault', 'create');
    expect(made.code, made.out + made.error).toBe(0);
    expect(json(made).recoveryWords).toHaveLength(24);
    const file = withVault(
      'file',
      'new',
      'CAF-1',
      '--title',
      'Справа',
      '--purpose',
      'test',
      '--crime-area',
      'vehicles',
    );
    expect(file.code, file.out + file.error).toBe(0);
    expect(json(withVault('file', 'list')).files).toHaveLength(1);
  });

  it('opens a vault whose program was cut off only when it is told to take the lock over', () => {
    const lock = join(vault, 'lock');
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 30, host: hostname(), since: '2026-01-01T00:00:00Z' }));
    const refused = withVault('file', 'list');
    expect(refused.code).toBe(1);
    expect(json(refused).error.code).toBe('vault.stale-lock');
    expect(withVault('--take-over-lock', 'file', 'list').code).toBe(0);
    expect(withVault('file', 'list').code).toBe(0);
  });

  it('imports, reports each row not taken, asks and takes the import back', () => {
    const calls = join(training, 'calls-operator-b.csv');
    const tried = json(withVault('--file', 'CAF-1', 'import', calls, '--dry-run'));
    expect(tried).toMatchObject({ ok: true, batchId: null, rows: linesOf(calls) - 1 });
    const taken = withVault('--file', 'CAF-1', 'import', calls);
    expect(taken.code, taken.out.slice(0, 600) + taken.error).toBe(0);
    const report = json(taken);
    expect(report.imported + report.rejected).toBe(report.rows);
    expect(report.rejectedRows).toHaveLength(report.rejected);
    expect(report.rejectedRows[0]).toMatchObject({ line: expect.any(Number), message: expect.any(String) });
    const asked = json(withVault('ask', 'most-connected', '--limit', '3'));
    expect(asked.rows).toHaveLength(3);
    const undone = withVault('import', 'undo', report.batchId);
    expect(undone.code, undone.out + undone.error).toBe(0);
    const { counts } = json(withVault('file', 'show'));
    expect(counts.events.call ?? 0).toBe(0);
  });

  it('takes a specification from a file', () => {
    const text = '{"name":"no specification"}';
    writeFileSync(specification, text);
    const refused = withVault('import', join(training, 'people.csv'), '--spec', specification);
    expect(refused.code).toBe(1);
    expect(json(refused)).toMatchObject({ ok: false, error: { code: 'cli.bad-specification' } });
  });

  it('verifies the vault', () => {
    expect(json(withVault('vault', 'verify'))).toMatchObject({ ok: true, firstBroken: null });
  });

  it('refuses a wrong passphrase with 1 and a wrong call with 2', () => {
    const wrong = iforce(['--vault', vault, '--passphrase-file', wrongFile, '--json', 'file', 'list']);
    expect(wrong.code).toBe(1);
    expect(json(wrong).error.code).toMatch(/^vault\./);
    const usage = withVault('ask', 'nonsense');
    expect(usage.code).toBe(2);
    expect(json(usage).error.code).toBe('cli.usage');
    expect(iforce(['import']).code).toBe(2);
  });

  it('says what is missing, in the language of the terminal', () => {
    const without = iforce(['--vault', vault, 'file', 'list'], { language: 'uk_UA.UTF-8' });
    expect(without.code).toBe(2);
    expect(without.error).toContain('парольна фраза');
    expect(without.out).toBe('');
  });

  it('reads the passphrase from a file descriptor', () => {
    const result = iforce(['--vault', vault, '--passphrase-fd', '0', '--json', 'keys'], {
      input: `${passphrase}\n`,
    });
    expect(result.code, result.out + result.error).toBe(0);
    expect(json(result).recipient).toMatch(/^age1/);
  });

  it('never lets a passphrase out', () => {
    expect(everything).not.toContain(passphrase);
    expect(everything).not.toContain('not the passphrase at all');
  });
});
