import type { Input, MethodName, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import { diskTrouble } from '../vault/disk.ts';
import { named, vaultName } from '../vault/folder.ts';
import {
  type Change,
  type KeyPlan,
  passphraseSlot,
  planNewWords,
  planToAdd,
  planToChange,
  planToRemove,
  recordKeyChange,
  writePlan,
} from '../vault/key-changes.ts';
import { type KeyFile, readKeyFile } from '../vault/key-file.ts';
import { newKeys, rekeyVault } from '../vault/rekey.ts';
import { type Opening, openWith, requireGoodPassphrase, type Secret } from '../vault/secrets.ts';
import type { Slot } from '../vault/slots.ts';
import type { Context } from './context.ts';
import type { Handlers } from './handlers.ts';
import type { EngineParts } from './handlers-vault.ts';
import { isMaintained, startMaintenance, untilAlone } from './maintenance.ts';
import type { LockableSession } from './vault-session.ts';

type KeyMethod = Extract<MethodName, `slot.${string}` | 'vault.rekey'>;

function keysOf(session: LockableSession): KeyFile {
  return readKeyFile(session.vault().path).keys;
}

function list(session: LockableSession): Output<'slot.list'> {
  const { openedBy } = session.vault();
  const isOwn = (slot: Slot): boolean => slot.kind === openedBy.kind && slot.name === openedBy.name;
  const slots = keysOf(session).slots.map((slot) => ({
    name: slot.name,
    kind: slot.kind,
    created: slot.created,
    memoryMiB: Math.round(slot.argon2id.memoryKiB / 1024),
    passes: slot.argon2id.passes,
    isOwn: isOwn(slot),
  }));
  return { slots };
}

/** Names of the people and the vault are the first a guesser tries. */
function known(context: Context, session: LockableSession, name: string): string[] {
  return [name, context.actor(), vaultName(session.vault().path)];
}

/** Somebody else's change, or the vault being encrypted anew, came in between: what was planned would undo it. */
function requireUnchanged(context: Context, session: LockableSession, path: string, keys: KeyFile): void {
  if (session.path !== path) throw new Failure('vault.locked');
  const isSame = readKeyFile(path).keys.change?.id === keys.change?.id;
  if (!isSame || isMaintained(context.jobs)) throw new Failure('vault.busy');
}

/** Opens the keys anew with the secret, lets the plan be made and writes it with its entry in the chain. */
async function change<P extends KeyPlan>(
  context: Context,
  session: LockableSession,
  secret: Secret,
  plan: (keys: KeyFile, opening: Opening) => Promise<P> | P,
): Promise<P> {
  const { path } = session.vault();
  const keys = keysOf(session);
  const opening = await session.guarded(() => openWith(keys, secret));
  try {
    const planned = await plan(keys, opening);
    requireUnchanged(context, session, path, keys);
    write(session, keys, planned, { actor: context.actor(), at: context.now() });
    return planned;
  } catch (error) {
    throw named(error, path);
  } finally {
    opening.key.fill(0);
  }
}

/**
 * Keys and chain in one go; a job that holds the vault is met before anything is written. Where the disk is full by the
 * time of the chain, the key file keeps what it is to say until the next change or unlock.
 */
function write(session: LockableSession, keys: KeyFile, planned: KeyPlan, who: Change): void {
  const { path, database } = session.vault();
  let isWritten = false;
  try {
    database.transaction(() => {
      recordKeyChange(database, keys);
      const written = writePlan(path, keys, planned, who);
      isWritten = true;
      recordKeyChange(database, written);
    });
  } catch (error) {
    if (!isWritten || diskTrouble(error) === null) throw error;
  }
}

/** Keeping the passphrase needs it: it is not stored anywhere. */
function passphraseFor({ secret, name, newPassphrase }: Input<'slot.change'>, opening: Opening): string {
  if (newPassphrase !== null) return newPassphrase;
  if (opening.slot.kind === 'passphrase' && opening.slot.name === name) return secret.text;
  throw new Failure('vault.own-passphrase-needed', { name });
}

export function keyHandlers({ session, keyCost: cost }: EngineParts): Pick<Handlers, KeyMethod> {
  return {
    'slot.list': () => list(session),
    async 'slot.add'(context, { secret, name, passphrase }) {
      await requireGoodPassphrase(passphrase, known(context, session, name));
      await change(context, session, secret, (keys, { key }) =>
        planToAdd(keys, key, { name, passphrase, cost }),
      );
      return list(session);
    },
    async 'slot.change'(context, wish) {
      const { secret, name, newName, newPassphrase } = wish;
      passphraseSlot(keysOf(session), name);
      if (newPassphrase !== null)
        await requireGoodPassphrase(newPassphrase, known(context, session, newName));
      await change(context, session, secret, (keys, opening) => {
        const passphrase = passphraseFor(wish, opening);
        return planToChange(keys, opening.key, { name, newName, passphrase, cost });
      }).then(({ object }) => session.vault().renamed(name, object.slice('key:'.length)));
      return list(session);
    },
    async 'slot.remove'(context, { secret, name }) {
      await change(context, session, secret, (keys, { slot }) => planToRemove(keys, slot, name));
      return list(session);
    },
    async 'slot.newWords'(context, { secret }) {
      const { recoveryWords } = await change(context, session, secret, (keys, { key }) =>
        planNewWords(keys, key, cost),
      );
      return { recoveryWords };
    },
    'vault.rekey': (context, { passphrase }) => rekey(context, session, passphrase, cost),
  };
}

async function rekey(
  context: Context,
  session: LockableSession,
  passphrase: string,
  cost: EngineParts['keyCost'],
): Promise<Output<'vault.rekey'>> {
  const { path } = session.vault();
  const keys = keysOf(session);
  const opening = await session.guarded(() => openWith(keys, { kind: 'passphrase', text: passphrase }));
  opening.key.fill(0);
  const made = await newKeys(keys, opening.slot, passphrase, cost);
  const wish = { ...made, actor: context.actor(), at: context.now() };
  try {
    requireUnchanged(context, session, path, keys);
    recordKeyChange(session.database(), keys);
    const jobId = startMaintenance(context.jobs, 'vault.rekey', async (progress) => {
      const alone = (): Promise<void> => untilAlone(context.jobs, 'vault.rekey', progress);
      await rekeyVault(session.vault(), wish, progress, alone);
      return { kept: made.kept, dropped: made.dropped };
    });
    return { jobId, recoveryWords: made.recoveryWords, kept: made.kept, dropped: [...made.dropped] };
  } catch (error) {
    made.key.fill(0);
    throw error;
  }
}
