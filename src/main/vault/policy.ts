import { type VaultPolicy, vaultPolicy } from '../../contract/vault.ts';
import { appendAudit } from './audit.ts';
import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { readSetting, writeSetting } from './setting.ts';

const NAME = 'vault.policy';

/** What holds for everybody who works with a vault until somebody says otherwise. */
export const FIRST_POLICY: VaultPolicy = { idleMinutes: 15, everyHours: 24, everyHoursOfWork: 4 };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function readPolicy(database: ReadableDatabase): VaultPolicy {
  const found = vaultPolicy.safeParse(parsed(readSetting(database, NAME) ?? ''));
  return found.success ? found.data : FIRST_POLICY;
}

export function writePolicy(
  database: WritableDatabase,
  policy: VaultPolicy,
  who: { readonly actor: string; readonly at: number },
): void {
  database.transaction(() => {
    writeSetting(database, NAME, JSON.stringify(policy));
    appendAudit(database, { ...who, action: 'policy', object: 'vault', details: policy });
  });
}
