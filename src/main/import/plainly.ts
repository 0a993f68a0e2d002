import { normaliseIdentifier } from '../../core/identifiers/index.ts';

/** The value can be nothing else: it has the form of this kind, and its check digits are right where it has some. */
export function isPlainly(kind: string, value: string): boolean {
  const { check } = normaliseIdentifier(kind, value);
  return check === 'valid' || (kind === 'wallet' && check === 'not-checkable');
}
