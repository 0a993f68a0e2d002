import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createVault } from '../../src/main/vault/create.ts';
import { type OpenVault, unlockVault } from '../../src/main/vault/open.ts';
import { LIGHT } from './light-keys.ts';

export const PASSPHRASE = 'сім зелених мостів over the river';
export { LIGHT };

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iforce-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new vault at a path with Cyrillic letters and a space. */
export async function temporaryVault(): Promise<{ path: string; recoveryWords: string[] }> {
  const path = join(temporaryFolder(), 'Міст через річку.vault');
  const { recoveryWords } = await createVault(path, {
    passphrase: PASSPHRASE,
    slotName: 'analyst',
    actor: 'analyst',
    cost: LIGHT,
  });
  return { path, recoveryWords };
}

export async function openTemporary(path: string, takeOverLock = false): Promise<OpenVault> {
  const vault = await unlockVault(path, { kind: 'passphrase', text: PASSPHRASE }, { takeOverLock });
  onTestFinished(() => vault.close());
  return vault;
}
