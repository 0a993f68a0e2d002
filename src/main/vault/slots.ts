import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { type KeyCost, measuredCost } from './key-cost.ts';

/** One way into the vault: the data key wrapped with AES-256-GCM under an Argon2id key. All binary in base64. */
export interface Slot {
  readonly kind: 'passphrase' | 'recovery';
  readonly name: string;
  readonly created: string;
  readonly argon2id: { readonly memoryKiB: number; readonly passes: number; readonly salt: string };
  readonly nonce: string;
  readonly wrapped: string;
  readonly tag: string;
}

async function derive(secret: string, cost: KeyCost, salt: Uint8Array): Promise<Uint8Array> {
  return argon2id({
    password: secret.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
}

/** Wraps the data key under a secret; `name` and `kind` are authenticated with it. Tests give a lower cost. */
export async function makeSlot(
  secret: string,
  dataKey: Uint8Array,
  about: { kind: Slot['kind']; name: string; cost?: KeyCost | undefined },
): Promise<Slot> {
  const cost = about.cost ?? (await measuredCost());
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await derive(secret, cost, salt);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(`${about.kind}:${about.name}`));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  key.fill(0);
  return {
    kind: about.kind,
    name: about.name,
    created: new Date().toISOString(),
    argon2id: { ...cost, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The data key, or null where the secret does not open this slot. */
export async function openSlot(secret: string, slot: Slot): Promise<Uint8Array | null> {
  const key = await derive(secret, slot.argon2id, Buffer.from(slot.argon2id.salt, 'base64'));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'));
    decipher.setAAD(Buffer.from(`${slot.kind}:${slot.name}`));
    decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
    const dataKey = decipher.update(Buffer.from(slot.wrapped, 'base64'));
    decipher.final();
    return dataKey;
  } catch {
    return null;
  } finally {
    key.fill(0);
  }
}
