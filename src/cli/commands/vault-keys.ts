import type { Command } from 'commander';
import type { SlotSummary } from '../../contract/keys.ts';
import { say } from '../messages.ts';
import { type CommandResult, table } from '../output.ts';
import { type NewSecretOptions, newPassphrase } from '../secret.ts';
import { withOwnSecret, withVault } from '../session.ts';
import { descriptor, filled } from '../values.ts';
import { action } from './command.ts';

function keyTable(slots: readonly SlotSummary[]): CommandResult {
  const rows = slots.map((slot) => [
    slot.name,
    say(`cli:keyKind.${slot.kind}`),
    slot.created.slice(0, 10),
    `${slot.memoryMiB} MiB × ${slot.passes}`,
    slot.isOwn ? say('cli:vault.ownKey') : '',
  ]);
  const head = [say('cli:vault.keyName'), say('cli:vault.keyKind'), say('cli:vault.keyMade')];
  return { json: { slots }, text: table([...head, 'Argon2id', ''], rows) };
}

function shownWords(words: readonly string[], more: readonly string[] = []): string[] {
  return [...more, say('cli:vault.words'), words.join(' ')];
}

function withNewPassphrase(command: Command): Command {
  return command
    .option('--new-passphrase-file <file>', say('cli:help.newPassphraseFile'), filled)
    .option('--new-passphrase-fd <number>', say('cli:help.newPassphraseFd'), descriptor);
}

/** Who can open the vault: list, add, change, remove; new words; everything encrypted anew. */
export function slotCommands(vault: Command): void {
  const slot = vault.command('slot').description(say('cli:help.slot'));
  action(slot.command('list').description(say('cli:help.slotList')), (options) =>
    withVault(options, async ({ call }) => keyTable((await call('slot.list', {})).slots)),
  );
  const add = slot
    .command('add')
    .description(say('cli:help.slotAdd'))
    .argument('<name>', say('cli:help.keyOf'), filled);
  action<NewSecretOptions>(withNewPassphrase(add), (options, name = '') =>
    withOwnSecret(options, async ({ call }, secret) => {
      const passphrase = await newPassphrase(options);
      return keyTable((await call('slot.add', { secret, name, passphrase })).slots);
    }),
  );
  changeCommand(slot);
  const remove = slot
    .command('remove')
    .description(say('cli:help.slotRemove'))
    .argument('<name>', say('cli:help.keyOf'), filled);
  action(remove, (options, name = '') =>
    withOwnSecret(options, async ({ call }, secret) =>
      keyTable((await call('slot.remove', { secret, name })).slots),
    ),
  );
  const words = vault.command('words').description(say('cli:help.words'));
  action(words.command('new').description(say('cli:help.wordsNew')), (options) =>
    withOwnSecret(options, async ({ call }, secret) => {
      const { recoveryWords } = await call('slot.newWords', { secret });
      return { json: { recoveryWords }, text: shownWords(recoveryWords) };
    }),
  );
  rekeyCommand(vault);
}

function changeCommand(slot: Command): void {
  const change = slot
    .command('change')
    .description(say('cli:help.slotChange'))
    .argument('<name>', say('cli:help.keyOf'), filled)
    .option('--new-name <name>', say('cli:help.newName'), filled)
    .option('--keep-passphrase', say('cli:help.keepPassphrase'));
  action<NewSecretOptions & { newName?: string; keepPassphrase?: boolean }>(
    withNewPassphrase(change),
    (options, name = '') =>
      withOwnSecret(options, async ({ call }, secret) => {
        const passphrase = options.keepPassphrase === true ? null : await newPassphrase(options);
        const wish = { secret, name, newName: options.newName ?? name, newPassphrase: passphrase };
        return keyTable((await call('slot.change', wish)).slots);
      }),
  );
}

function rekeyCommand(vault: Command): void {
  action(vault.command('rekey').description(say('cli:help.rekey')), (options) =>
    withOwnSecret(options, async ({ call, job }, { text }) => {
      const { jobId, ...keys } = await call('vault.rekey', { passphrase: text });
      await job(jobId);
      const dropped =
        keys.dropped.length === 0 ? [] : [say('cli:vault.dropped', { names: keys.dropped.join(', ') })];
      const done = say('cli:vault.rekeyed', { name: keys.kept });
      return {
        json: keys,
        text: shownWords(keys.recoveryWords, [done, ...dropped, say('cli:vault.oldBackups')]),
      };
    }),
  );
}
