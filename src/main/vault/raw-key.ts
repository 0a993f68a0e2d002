const KEY_BYTES = 32;
const DIGITS = Buffer.from('0123456789abcdef');

/**
 * Gives the key in the writing SQLCipher takes as raw, x'…', for the time of `use`. In bytes and never as a string, which
 * nobody can wipe: of a locked vault no copy of the key must be left to the next collection of garbage.
 */
export function withRawKey(key: Uint8Array, use: (raw: Buffer) => void): void {
  if (key.length !== KEY_BYTES) throw new Error('a raw key of 32 bytes is needed');
  const raw = Buffer.alloc(KEY_BYTES * 2 + 3, "'");
  raw[0] = 'x'.charCodeAt(0);
  for (const [index, byte] of key.entries()) {
    raw[2 + index * 2] = DIGITS[byte >> 4] ?? 0;
    raw[3 + index * 2] = DIGITS[byte & 15] ?? 0;
  }
  try {
    use(raw);
  } finally {
    raw.fill(0);
  }
}
