/** One thing of an RTF file: a control word with its number, a byte of text, a group's edge, bytes to skip. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'byte'; readonly value: number };

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Goes through the bytes once; what is cut off at the end is simply not there. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    at += 1;
    if (code === 0x7b) yield { kind: 'open' };
    else if (code === 0x7d) yield { kind: 'close' };
    else if (code === 0x5c) {
      const { token, next } = control(bytes, at);
      at = next;
      yield token;
      if (token.kind === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0);
    } else if (code !== 10 && code !== 13 && code !== 0) yield { kind: 'byte', value: code };
  }
}

function control(bytes: Uint8Array, start: number): { token: RtfToken; next: number } {
  const first = bytes[start] ?? 0;
  if (!isLetter(first)) return symbol(bytes, start, first);
  let at = start;
  while (at < bytes.length && isLetter(bytes[at] ?? 0) && at - start < 40) at += 1;
  const name = latin(bytes, start, at);
  const numberAt = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at < bytes.length && isDigit(bytes[at] ?? 0) && at - numberAt < 12) at += 1;
  const digits = latin(bytes, numberAt, at);
  if (bytes[at] === 0x20) at += 1;
  const value = /\d/.test(digits) ? Number(digits) : null;
  return { token: { kind: 'word', name, value }, next: at };
}

function symbol(bytes: Uint8Array, at: number, code: number): { token: RtfToken; next: number } {
  if (code !== 0x27) return { token: { kind: 'symbol', name: String.fromCharCode(code) }, next: at + 1 };
  const value = Number.parseInt(latin(bytes, at + 1, at + 3), 16);
  return { token: { kind: 'byte', value: Number.isNaN(value) ? 0x3f : value }, next: at + 3 };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
