import { type DateOrder, timeReader } from '../time/index.ts';

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
const READERS = ORDERS.map((order) => timeReader(order, 'UTC'));
const LENGTH: Readonly<Record<string, number>> = { year: 4, month: 7 };

/** A date as a source writes it as a partial date, as far as it goes ("1984", "1984-03"); null where it is none. */
export function readBirth(text: string): string | null {
  const written = text.trim();
  for (const read of READERS) {
    const found = read(written);
    if (found !== null) return new Date(found.at).toISOString().slice(0, LENGTH[found.precision] ?? 10);
  }
  return null;
}

/**
 * `same` to the day, `compatible` as far as both go, `swapped` day and month, `slip` in one part of a full date only,
 * `conflict` anything else.
 */
export type BirthRelation = 'same' | 'compatible' | 'swapped' | 'slip' | 'conflict';

export function compareBirths(left: string, right: string): BirthRelation {
  const length = Math.min(left.length, right.length);
  if (left.slice(0, length) === right.slice(0, length)) return length === 10 ? 'same' : 'compatible';
  if (length < 10) return 'conflict';
  const [a, b] = [left.split('-'), right.split('-')];
  if (a[0] === b[0] && a[1] === b[2] && a[2] === b[1]) return 'swapped';
  return a.filter((part, index) => part !== b[index]).length === 1 && a[0] === b[0] ? 'slip' : 'conflict';
}

const RANK: readonly BirthRelation[] = ['same', 'compatible', 'swapped', 'slip', 'conflict'];

/** How the dates of two records stand to each other at best; null where one of them has none. */
export function nearestBirths(
  left: readonly string[],
  right: readonly string[],
): { readonly relation: BirthRelation; readonly left: string; readonly right: string } | null {
  const pairs = left.flatMap((a) => right.map((b) => ({ relation: compareBirths(a, b), left: a, right: b })));
  return pairs.sort((a, b) => RANK.indexOf(a.relation) - RANK.indexOf(b.relation))[0] ?? null;
}
