import { normaliseIdentifier } from '../../core/identifiers/index.ts';
import type { SearchTerm } from '../../core/search/index.ts';
import { bareKey, fitsPattern, hasGaps, numberKey } from '../../core/search/index.ts';

type NumberTerm = Extract<SearchTerm, { kind: 'number' | 'identifier' }>;

/** The forms in which this number may stand in the index of numbers. */
export function formsOf(term: NumberTerm, typed: string): string[] {
  const digits = term.key.replace(/\D/g, '');
  const forms = [typed.trim(), term.key, bareKey(term.key), `+${digits}`];
  if (term.kind === 'identifier') {
    forms.push(term.value, normaliseIdentifier(term.identifier, term.value, { country: '' }).value);
  }
  return [...new Set(forms.filter((form) => form !== '' && form !== '+'))];
}

/** Whether a number is meant by the one asked for: a part of it, or with gaps from its beginning to its end. */
export function meansNumber(term: NumberTerm, kind: string, value: string, raw: string): boolean {
  if (term.kind === 'identifier' && term.identifier !== kind) return false;
  const written = [numberKey(value), numberKey(raw)];
  if (hasGaps(term.key)) {
    const pattern = term.key;
    return written.some(
      (key) => fitsPattern(key, pattern) || fitsPattern(bareKey(key), pattern.replace(/^\+/, '')),
    );
  }
  const part = bareKey(term.key);
  return part !== '' && written.some((key) => bareKey(key).includes(part));
}

/** Whether it is the number asked for from its beginning to its end, whatever country stands before it. */
export function isWholeNumber(term: NumberTerm, value: string): boolean {
  return !hasGaps(term.key) && bareKey(numberKey(value)) === bareKey(term.key);
}
