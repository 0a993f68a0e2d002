import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyAudit } from '../../src/main/vault/audit.ts';
import { openTemporary, PASSPHRASE, temporaryVault } from '../helpers/vault.ts';

const PROGRAM = resolve('tests/integration/programs/hold-vault.ts');
const TAKE_OVER = resolve('tests/integration/programs/take-over.ts');
const started: ChildProcess[] = [];

async function holder(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, path, PASSPHRASE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  if (child.stdout === null) throw new Error('no stdout');
  await once(child.stdout, 'data');
  return child;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

test('a second process is refused; killed in the middle of a write it leaves a whole vault', async () => {
  const { path } = await temporaryVault();
  const child = await holder(path);
  await expect(openTemporary(path)).rejects.toMatchObject({
    error: { code: 'vault.in-use', params: { pid: child.pid } },
  });
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await expect(openTemporary(path)).rejects.toMatchObject({ error: { code: 'vault.stale-lock' } });
  const vault = await openTemporary(path, true);
  expect(vault.database.one('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(verifyAudit(vault.database).firstBroken).toBeNull();
  const names = vault.database.all<{ name: string }>('SELECT name FROM setting');
  expect(names.filter((row) => row.name.startsWith('done-'))).toHaveLength(100);
  expect(names.filter((row) => row.name.startsWith('half-'))).toHaveLength(0);
});

test('of many processes that take a stale lock over at the same moment one gets the vault', async () => {
  const { path } = await temporaryVault();
  writeFileSync(join(path, 'lock'), JSON.stringify({ pid: 2 ** 30, host: hostname(), since: '2026-01-01' }));
  const at = String(Date.now() + 6000);
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const child = spawn(process.execPath, [TAKE_OVER, path, PASSPHRASE, at], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      started.push(child);
      if (child.stdout === null) throw new Error('no stdout');
      return String(await once(child.stdout, 'data')).trim();
    }),
  );
  expect(outcomes.sort()).toEqual(['open', ...Array.from({ length: 7 }, () => 'vault.in-use')]);
});
