import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { Failure } from '../../core/result.ts';
import { appendAudit } from './audit.ts';
import { leftBeside, nameBeside } from './beside.ts';
import { openDatabase } from './database.ts';
import { syncFolder } from './disk.ts';
import { databasePath, named, requirePathFits, VAULT_FORMAT, vaultFolder, vaultName } from './folder.ts';
import { wordsSlot } from './key-changes.ts';
import type { KeyCost } from './key-cost.ts';
import { writeKeyFile } from './key-file.ts';
import { migrate, noteProgram } from './migrate.ts';
import { newRecoveryWords } from './recovery-words.ts';
import { requireGoodPassphrase } from './secrets.ts';
import { makeSlot } from './slots.ts';

export interface NewVault {
  readonly passphrase: string;
  readonly slotName: string;
  readonly actor: string;
  readonly programVersion?: string;
  /** Lowered by tests only. */
  readonly cost?: KeyCost | undefined;
}

/**
 * Makes the folder `Name.vault/` with its database and two key slots, under another name until it is whole: a failure
 * removes it again, a kill leaves no vault nobody has the words for. An existing folder is never touched.
 */
export async function createVault(path: string, wish: NewVault): Promise<{ recoveryWords: string[] }> {
  const folder = vaultFolder(path);
  await requireGoodPassphrase(wish.passphrase, [wish.slotName, wish.actor, vaultName(folder)]);
  requirePathFits(folder);
  if (existsSync(folder)) throw new Failure('vault.exists', { path: folder });
  const key = randomBytes(32);
  let building: string | null = null;
  try {
    building = newFolder(folder);
    const words = newRecoveryWords();
    const { cost } = wish;
    const slots = [
      await makeSlot(wish.passphrase, key, { kind: 'passphrase', name: wish.slotName, cost }),
      await wordsSlot(words, key, cost),
    ];
    writeFirstEntry(building, key, { wish, object: `vault:${vaultName(folder)}` });
    writeKeyFile(building, { format: VAULT_FORMAT, vaultId: v7(), slots });
    renameSync(building, folder);
    syncFolder(dirname(folder));
    return { recoveryWords: words };
  } catch (error) {
    if (building !== null) rmSync(building, { recursive: true, force: true });
    if (isTaken(error)) throw new Failure('vault.exists', { path: folder });
    throw named(error, folder);
  } finally {
    key.fill(0);
  }
}

/** Takes away a vault made a moment ago that could not be opened: nobody has seen its words. */
export function discardVault(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

const LONGEST_BASE = 12;

/** Beside the vault under the beginning of its name: with all of it the path might be too long for the database. */
function baseName(folder: string): string {
  let base = '';
  for (const letter of basename(folder)) {
    if (Buffer.byteLength(base + letter) > LONGEST_BASE) break;
    base += letter;
  }
  return join(dirname(folder), base.trim());
}

/** What a killed try left holds nothing, for nobody has seen its recovery words: it goes. */
function newFolder(folder: string): string {
  const base = baseName(folder);
  mkdirSync(dirname(folder), { recursive: true });
  for (const left of leftBeside(base)) rmSync(left, { recursive: true, force: true });
  const building = nameBeside(base);
  mkdirSync(building, { mode: 0o700 });
  mkdirSync(join(building, 'backups'), { mode: 0o700 });
  return building;
}

function writeFirstEntry(folder: string, key: Uint8Array, about: { wish: NewVault; object: string }): void {
  const path = databasePath(folder);
  writeFileSync(path, '', { mode: 0o600 });
  const database = openDatabase(path, key);
  try {
    migrate(database);
    const { actor, programVersion = '' } = about.wish;
    noteProgram(database, programVersion);
    appendAudit(database, { at: Date.now(), actor, action: 'create', object: about.object });
  } finally {
    database.close();
  }
}

/** Another process gave a vault this name while ours was made. */
function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as { code?: string }).code ?? '');
}
