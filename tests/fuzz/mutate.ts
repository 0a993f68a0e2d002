import { unzipSync, zipSync } from 'fflate';
import type { Seed } from './seeds.ts';

type Random = () => number;

/** What has broken readers of all kinds before; as text, so that each lands in the encoding of the file. */
const TOKENS = [
  '"',
  "'",
  '\0',
  '\ufeff',
  '\n\n',
  '\r',
  ';;;;;;;;',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999999999',
  '31/02/2026',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2026-02-30 25:61:61',
  "=cmd|'/c calc'!A1",
  '\u202egnp.exe',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
  '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]>',
  '&m;',
  '&#0;',
  '&#xD800;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '</',
  '<a>'.repeat(300),
  '['.repeat(3000),
  '{"a":'.repeat(1500),
  '{"__proto__":{"polluted":1}}',
  '\\ud800',
  'null',
  'undefined',
  '../../../../etc/passwd',
  '%s%n%x',
  'A'.repeat(70_000),
  'ґ'.repeat(500),
];

function one<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

function replaced(bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]);
}

type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;
const place = (bytes: Uint8Array, random: Random): number => Math.floor(random() * (bytes.length + 1));
const span = (random: Random): number => Math.floor(random() ** 3 * 2000) + 1;

const CHANGES: readonly Change[] = [
  function flipsBits(bytes, random) {
    const copy = Uint8Array.from(bytes);
    for (let count = Math.ceil(random() * 8); count > 0; count -= 1)
      copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    return copy;
  },
  function inserts(bytes, random) {
    const noise = Uint8Array.from({ length: span(random) % 40 }, () => Math.floor(random() * 256));
    return replaced(bytes, place(bytes, random), 0, noise);
  },
  (bytes, random) => replaced(bytes, place(bytes, random), span(random), new Uint8Array()),
  function repeats(bytes, random) {
    const at = place(bytes, random);
    const part = bytes.subarray(at, at + span(random));
    const times = Math.min(random() < 0.1 ? 500 : 2, Math.ceil(200_000 / Math.max(1, part.length)));
    return replaced(bytes, at, 0, Buffer.concat(Array.from({ length: times }, () => part)));
  },
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(place(bytes, random)),
  (bytes, random) => replaced(bytes, place(bytes, random), 0, Buffer.from(one(TOKENS, random))),
  (bytes, random) =>
    replaced(bytes, place(bytes, random), span(random) % 20, Buffer.from(one(TOKENS, random))),
  function swapsNumber(bytes, random) {
    const text = Buffer.from(bytes).toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    if (numbers.length === 0) return bytes;
    const { index, 0: digits } = one(numbers, random);
    return replaced(
      bytes,
      index,
      digits.length,
      Buffer.from(one(['-1', '0', '4294967296', '1e400', ''], random)),
    );
  },
  function splices(bytes, random, other) {
    return Buffer.concat([bytes.subarray(0, place(bytes, random)), other.subarray(place(other, random))]);
  },
  (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf16le'),
  (bytes, random) => replaced(bytes, place(bytes, random), 0, new Uint8Array(span(random))),
];

function changed(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let now = bytes;
  for (let count = Math.ceil(random() * 3); count > 0; count -= 1)
    now = one(CHANGES, random)(now, random, other);
  return now.length === 0 ? new Uint8Array([0]) : now;
}

/** A broken file made of seeds, the same for the same numbers. Inside a packed document one of its parts is broken. */
export function mutated(seeds: readonly Seed[], random: Random): Seed {
  const { name, bytes } = one(seeds, random);
  const other = one(seeds, random).bytes;
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return {
    name,
    bytes: isPacked && random() < 0.7 ? insideChanged(bytes, random) : changed(bytes, random, other),
  };
}

function insideChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const files = unzipSync(bytes);
  const name = one(Object.keys(files), random);
  const part = files[name] ?? new Uint8Array();
  return zipSync({ ...files, [name]: changed(part, random, part) });
}
