import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyAudit } from '../../src/main/vault/audit.ts';
import { openTemporary, PASSPHRASE, temporaryVault } from '../helpers/vault.ts';

const PROGRAM = resolve('tests/integration/programs/hold-vault.ts');
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
