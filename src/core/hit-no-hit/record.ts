import { type HitKind, isComparable, NAME_AND_BIRTH } from './kinds.ts';
import { nameKeys } from './name-keys.ts';

/** What is known of one entity that two bureaux can compare; numbers in their compared form. */
export interface ComparedRecord {
  readonly numbers: readonly { readonly kind: string; readonly value: string }[];
  readonly names: readonly string[];
  /** As written; only whole days count. */
  readonly birthDates: readonly string[];
}

/** One thing to compare; `shown` is what a person reads of it. */
export interface ComparisonKey {
  readonly kind: HitKind;
  readonly text: string;
  readonly shown: string;
}

/** Everything of a record that can be compared, each key once, and how many numbers cannot. */
export function comparisonKeys(record: ComparedRecord): { keys: ComparisonKey[]; left: number } {
  const found = new Map<string, ComparisonKey>();
  const add = (key: ComparisonKey): void => void found.set(`${key.kind} ${key.text}`, key);
  let left = 0;
  for (const { kind, value } of record.numbers) {
    if (isComparable(kind, value)) add({ kind, text: value, shown: value });
    else left += 1;
  }
  for (const birthDate of record.birthDates) {
    for (const name of record.names) {
      for (const text of nameKeys(name, birthDate))
        add({ kind: NAME_AND_BIRTH, text, shown: `${name}, ${birthDate}` });
    }
  }
  return { keys: [...found.values()], left };
}

/** What goes under the keyed hash: the kind too, or a phone could hit a card of the same digits. */
export function hashedText({ kind, text }: Pick<ComparisonKey, 'kind' | 'text'>): string {
  return `${kind}\n${text}`;
}
