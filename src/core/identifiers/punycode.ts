/** Labels of internet names in Unicode for their `xn--` form (RFC 3492). */
const BASE = 36;
const [FIRST, LAST] = [1, 26];

/** The label in its own letters; null where it decodes to nothing. */
export function decodeLabel(label: string): string | null {
  if (!label.startsWith('xn--')) return label;
  const text = label.slice(4);
  const dash = text.lastIndexOf('-');
  const letters = [...(dash > 0 ? text.slice(0, dash) : '')].map((character) => character.charCodeAt(0));
  return insert(letters, text.slice(dash + 1));
}

function insert(letters: number[], deltas: string): string | null {
  let [code, at, bias] = [128, 0, 72];
  for (let read = 0; read < deltas.length; ) {
    const before = at;
    const number = variable(deltas, read, bias);
    if (number === null) return null;
    at += number.value;
    read = number.next;
    const count = letters.length + 1;
    bias = adapted(at - before, count, before === 0);
    code += Math.floor(at / count);
    at %= count;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    letters.splice(at, 0, code);
    at += 1;
  }
  return String.fromCodePoint(...letters);
}

/** One number of the digits a–z, 0–9, the least first; a digit below the threshold ends it. */
function variable(digits: string, from: number, bias: number): { value: number; next: number } | null {
  let [value, weight] = [0, 1];
  for (let at = from, step = BASE; at < digits.length; at += 1, step += BASE) {
    const character = digits.charAt(at);
    const digit = /\d/.test(character) ? Number(character) + 26 : character.charCodeAt(0) - 97;
    if (digit < 0 || digit >= BASE) return null;
    value += digit * weight;
    if (value > 0x7fffffff) return null;
    const threshold = Math.min(LAST, Math.max(FIRST, step - bias));
    if (digit < threshold) return { value, next: at + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > ((BASE - FIRST) * LAST) / 2; bias += BASE) rest = Math.floor(rest / (BASE - FIRST));
  return bias + Math.floor(((BASE - FIRST + 1) * rest) / (rest + 38));
}
