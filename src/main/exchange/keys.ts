import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import {
  exportSigningKey,
  importSigningKey,
  newSigningKey,
  publicKeyLine,
  type SigningKey,
} from './minisign.ts';

const IDENTITY = 'exchange.identity';
const SIGNING_KEY = 'exchange.signing-key';

export interface OwnKeys {
  /** age secret key; never leaves the engine. */
  readonly identity: string;
  /** age public key others seal to. */
  readonly recipient: string;
  readonly signingKey: SigningKey;
  /** minisign public key others verify with. */
  readonly signer: string;
}

function setting(database: ReadableDatabase, name: string): string | undefined {
  return database.one<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value;
}

function kept(database: WritableDatabase, name: string, fresh: string): string {
  database.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', name, fresh);
  return setting(database, name) ?? fresh;
}

/** This vault's own keys, made at first use and kept only inside the encrypted vault. */
export async function ownKeys(database: WritableDatabase): Promise<OwnKeys> {
  const identity = setting(database, IDENTITY) ?? kept(database, IDENTITY, await generateX25519Identity());
  const signingText =
    setting(database, SIGNING_KEY) ?? kept(database, SIGNING_KEY, exportSigningKey(newSigningKey()));
  const signingKey = importSigningKey(signingText);
  return {
    identity,
    recipient: await identityToRecipient(identity),
    signingKey,
    signer: publicKeyLine(signingKey),
  };
}
