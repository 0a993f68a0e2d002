import { because, type Explanation } from './identifier.ts';

export interface IpAddress {
  readonly value: string;
  readonly notes: readonly Explanation[];
}

/** IPv4 or IPv6 in its one agreed form (RFC 5952), a port left off; null where it is no address. */
export function readIp(text: string): IpAddress | null {
  const [, bracketed] = /^\[([\da-f:.]+)\](?::\d{1,5})?$/i.exec(text) ?? [];
  const [, dotted] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  const address = bracketed ?? dotted ?? text.replace(/%.*$/, '').replace(/\/(32|128)$/, '');
  const port = bracketed ?? dotted;
  const found = version4(address) ?? version6(address.toLowerCase());
  if (found === null) return null;
  const notes =
    port !== undefined && /\d$/.test(text) && !text.endsWith(']') ? [because('identifier:ip.port')] : [];
  return { value: found, notes: [...notes, ...kindOf(found)] };
}

function version4(text: string): string | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.map(Number).join('.');
}

function version6(text: string): string | null {
  if (!/^[\da-f:.]+$/.test(text) || !text.includes(':')) return null;
  const groups = groupsOf(text);
  if (groups === null) return null;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const [high = 0, low = 0] = groups.slice(6);
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return shortened(groups);
}

/** The eight groups; `::` stands for as many zeros as are missing, the end may be dotted. */
function groupsOf(text: string): number[] | null {
  const [, front, tail] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const last = tail === undefined ? null : version4(tail);
  if (tail !== undefined && last === null) return null;
  const [a = 0, b = 0, c = 0, d = 0] = last?.split('.').map(Number) ?? [];
  const hex = last === null ? text : `${front}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  const sides = hex.split('::');
  if (sides.length > 2) return null;
  const [left = [], right = []] = sides.map((side) => (side === '' ? [] : side.split(':')));
  const missing = 8 - left.length - right.length;
  if (sides.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...new Array<string>(missing).fill('0'), ...right];
  return groups.every((group) => /^[\da-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** The longest run of two or more zeros, the first of several, becomes `::`. */
function shortened(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const runs = [...text.matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return text;
  const at = text.search(new RegExp(`(?:^|(?<=:))${longest}(?=:|$)`));
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}

const LOCAL = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.|169\.254\.|f[cd]|fe[89ab]|::1$)/;
const SHARED = /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;

/** Addresses of a house net and of an operator's net mean another device in each of them. */
function kindOf(value: string): Explanation[] {
  if (LOCAL.test(value)) return [because('identifier:ip.local')];
  return SHARED.test(value) ? [because('identifier:ip.shared')] : [];
}
