import type { Command } from 'commander';
import { say } from '../messages.ts';
import { passphrase } from '../secret.ts';
import { vaultPath, withEngine, withVault } from '../session.ts';
import { filled } from '../values.ts';
import { action } from './command.ts';
import { backupCommands } from './vault-backups.ts';
import { slotCommands } from './vault-keys.ts';

export function vaultCommands(program: Command): void {
  const vault = program.command('vault').description(say('cli:help.vault'));
  const create = vault.command('create').description(say('cli:help.vaultCreate'));
  action<{ name?: string }>(
    create.option('--name <name>', say('cli:help.slotName'), filled),
    async (options) => {
      const path = vaultPath(options);
      const secret = await passphrase(options);
      const made = await withEngine(options, (session) =>
        session.call('vault.create', {
          path,
          passphrase: secret,
          slotName: options.name ?? say('cli:slotName'),
        }),
      );
      return {
        json: { path: made.path, recoveryWords: made.recoveryWords },
        text: [
          say('cli:vault.created', { path: made.path }),
          say('cli:vault.words'),
          made.recoveryWords.join(' '),
        ],
      };
    },
  );
  action(vault.command('info').description(say('cli:help.vaultInfo')), (options) =>
    withVault(options, async ({ call }) => {
      const info = await call('vault.info', {});
      const slots = info.slots.map((slot) => `${slot.name} (${slot.kind})`).join(', ');
      return {
        json: info,
        text: [
          say('cli:vault.info', {
            path: info.path,
            format: info.format,
            schema: info.schemaVersion,
            bytes: info.sizeBytes,
          }),
          say('cli:vault.slots', { slots }),
          ...Object.entries(info.counts).map(([name, count]) => `${name}: ${count}`),
        ],
      };
    }),
  );
  action(vault.command('verify').description(say('cli:help.vaultVerify')), (options) =>
    withVault(options, async ({ call }) => {
      const { ok, ...found } = await call('vault.verify', {});
      const text = ok
        ? say('cli:vault.whole', { entries: found.auditEntries, head: found.auditHead })
        : say('cli:vault.broken', { integrity: found.integrity, entry: found.firstBroken ?? 0 });
      return { json: found, text: [text], problem: !ok };
    }),
  );
  slotCommands(vault);
  backupCommands(vault);
}
