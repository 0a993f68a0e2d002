import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

/**
 * minisign signatures (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b-512 hash of the file
 * ('ED', prehashed), and a second signature over the first one with the trusted comment.
 */
export interface SigningKey {
  readonly keyId: Uint8Array;
  readonly privateKey: KeyObject;
}

const KEY_ID_BYTES = 8;
const PUBLIC_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** DER heads of an Ed25519 key (RFC 8410) before the 32 raw bytes. */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function newSigningKey(): SigningKey {
  return { keyId: randomBytes(KEY_ID_BYTES), privateKey: generateKeyPairSync('ed25519').privateKey };
}

/** Key id and seed in base64; kept nowhere but in the vault. */
export function exportSigningKey(key: SigningKey): string {
  const der = key.privateKey.export({ format: 'der', type: 'pkcs8' });
  return Buffer.concat([key.keyId, der.subarray(PRIVATE_HEAD.length)]).toString('base64');
}

export function importSigningKey(text: string): SigningKey {
  const bytes = Buffer.from(text, 'base64');
  const der = Buffer.concat([PRIVATE_HEAD, bytes.subarray(KEY_ID_BYTES)]);
  return {
    keyId: bytes.subarray(0, KEY_ID_BYTES),
    privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
  };
}

/** The one line people compare and give to `minisign -P`. */
export function publicKeyLine(key: SigningKey): string {
  const der = createPublicKey(key.privateKey).export({ format: 'der', type: 'spki' });
  return Buffer.concat([Buffer.from('Ed'), key.keyId, der.subarray(PUBLIC_HEAD.length)]).toString('base64');
}

/** Text of a public key file for `minisign -p`. */
export function publicKeyFile(line: string): string {
  const id = Buffer.from(line, 'base64').subarray(2, 2 + KEY_ID_BYTES);
  return `untrusted comment: minisign public key ${hexId(id)}\n${line}\n`;
}

function hexId(keyId: Uint8Array): string {
  return Buffer.from(keyId).reverse().toString('hex').toUpperCase();
}

function prehash(content: Uint8Array): Buffer {
  return createHash('blake2b512').update(content).digest();
}

/** Text of the .minisig file. The trusted comment is one line and is covered by the signature. */
export function signFile(key: SigningKey, content: Uint8Array, trustedComment: string): string {
  const comment = trustedComment.replaceAll(/[\r\n]+/g, ' ');
  const signature = sign(null, prehash(content), key.privateKey);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key.privateKey);
  const first = Buffer.concat([Buffer.from('ED'), key.keyId, signature]).toString('base64');
  return `untrusted comment: signature from minisign secret key ${hexId(key.keyId)}\n${first}\ntrusted comment: ${comment}\n${whole.toString('base64')}\n`;
}

/** True when the signature text is this key's over exactly this content and its trusted comment is untouched. */
export function verifyFile(publicLine: string, content: Uint8Array, signatureText: string): boolean {
  const publicBytes = Buffer.from(publicLine, 'base64');
  const lines = signatureText.split('\n').map((line) => line.replace(/\r$/, ''));
  const first = Buffer.from(lines[1] ?? '', 'base64');
  const whole = Buffer.from(lines[3] ?? '', 'base64');
  const marker = 'trusted comment: ';
  const comment = lines[2] ?? '';
  if (publicBytes.length !== 2 + KEY_ID_BYTES + PUBLIC_BYTES || publicBytes.toString('latin1', 0, 2) !== 'Ed')
    return false;
  if (first.length !== 2 + KEY_ID_BYTES + SIGNATURE_BYTES || whole.length !== SIGNATURE_BYTES) return false;
  if (first.toString('latin1', 0, 2) !== 'ED' || !comment.startsWith(marker)) return false;
  if (!first.subarray(2, 2 + KEY_ID_BYTES).equals(publicBytes.subarray(2, 2 + KEY_ID_BYTES))) return false;
  const key = createPublicKey({
    key: Buffer.concat([PUBLIC_HEAD, publicBytes.subarray(2 + KEY_ID_BYTES)]),
    format: 'der',
    type: 'spki',
  });
  const signature = first.subarray(2 + KEY_ID_BYTES);
  const covered = Buffer.concat([signature, Buffer.from(comment.slice(marker.length))]);
  return verify(null, prehash(content), key, signature) && verify(null, covered, key, whole);
}
