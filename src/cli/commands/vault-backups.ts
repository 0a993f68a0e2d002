import type { Command } from 'commander';
import type { BackupSummary } from '../../contract/backup.ts';
import { say } from '../messages.ts';
import { table } from '../output.ts';
import { fromFile, passphrase } from '../secret.ts';
import { vaultPath, withEngine, withVault } from '../session.ts';
import { filled } from '../values.ts';
import { action } from './command.ts';

function backupRow(backup: BackupSummary): string[] {
  return [
    backup.name,
    say(`vault:backup.reason.${backup.reason}`),
    String(backup.sizeBytes),
    say(backup.verified ? 'cli:vault.checked' : 'cli:vault.unchecked'),
  ];
}

/** Backups: make one, list them (also of a vault that does not open), put one in the vault's place. */
export function backupCommands(vault: Command): void {
  action(vault.command('backup').description(say('cli:help.backup')), (options) =>
    withVault(options, async ({ call, job }) => {
      const made = (await job((await call('backup.make', {})).jobId)) as BackupSummary;
      return { json: { backup: made }, text: [say('cli:vault.backedUp', { name: made.name })] };
    }),
  );
  action(vault.command('backups').description(say('cli:help.backups')), (options) =>
    withEngine(options, async ({ call }) => {
      const found = await call('backup.list', { path: vaultPath(options) });
      const head = [say('cli:vault.backupName'), say('cli:vault.backupReason'), say('cli:vault.bytes'), ''];
      return { json: found, text: table(head, found.backups.map(backupRow)) };
    }),
  );
  restoreCommand(vault);
}

function restoreCommand(vault: Command): void {
  const command = vault
    .command('restore')
    .description(say('cli:help.restore'))
    .argument('<backup>', say('cli:help.backupName'), filled)
    .option('--words-file <file>', say('cli:help.wordsFile'), filled)
    .option('--keys-only', say('cli:help.keysOnly'));
  action<{ wordsFile?: string; keysOnly?: boolean }>(command, async (options, backup = '') => {
    const path = vaultPath(options);
    const secret =
      options.wordsFile === undefined
        ? ({ kind: 'passphrase', text: await passphrase(options) } as const)
        : ({ kind: 'recovery', text: fromFile(options.wordsFile) } as const);
    const wish = { path, backup, secret, takeOverLock: options.takeOverLock === true };
    return withEngine(options, async ({ call, job }) => {
      if (options.keysOnly === true) {
        await call('backup.restoreKeys', wish);
        return { json: { backup, aside: null }, text: [say('cli:vault.keysRestored', { name: backup })] };
      }
      const { aside } = (await job((await call('backup.restore', wish)).jobId)) as { aside: string | null };
      const kept = aside === null ? [] : [say('cli:vault.movedAside', { name: aside })];
      return { json: { backup, aside }, text: [say('cli:vault.restored', { name: backup }), ...kept] };
    });
  });
}
