import { ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { remainder97 } from './checks.ts';
import {
  because,
  checkFailed,
  compact,
  type Explanation,
  formatUnknown,
  type IdentifierKind,
  judged,
} from './identifier.ts';
import { folded } from './look-alikes.ts';

/** What is wrong beside mod 97, by what the library says; the registry of lengths and forms is the library's. */
const WRONG: readonly (readonly [error: ValidationErrorsIBAN, key: string])[] = [
  [ValidationErrorsIBAN.WrongBBANLength, 'identifier:iban.length'],
  [ValidationErrorsIBAN.WrongBBANFormat, 'identifier:iban.form'],
  [ValidationErrorsIBAN.WrongAccountBankBranchChecksum, 'identifier:iban.national'],
];

/**
 * Mod 97 = 1, and length, form and national check digits of its country. A country the library does not know is
 * judged by mod 97 alone. An account number that is no IBAN is kept as format unknown.
 */
export const iban: IdentifierKind = {
  kind: 'iban',
  normalise(raw) {
    const { text: value, notes } = folded(compact(raw).replace(/^IBAN:?(?=[A-Z]{2}\d{2})/, ''));
    if (!/^[A-Z]{2}\d{2}[0-9A-Z]{10,30}$/.test(value)) return formatUnknown(value, ...notes);
    const country = value.slice(0, 2);
    const wrong = wrongOf(value, country);
    const judgement = judged(value, remainder97(value.slice(4) + value.slice(0, 4)) === 1, 'mod 97');
    if (wrong.length > 0) return checkFailed(value, ...wrong, ...judgement.explain, ...notes);
    return {
      ...judgement,
      explain: [...judgement.explain, because('identifier:countryRead', { country }), ...notes],
    };
  },
};

function wrongOf(value: string, country: string): Explanation[] {
  const { errorCodes } = validateIBAN(value);
  return WRONG.filter(([error]) => errorCodes.includes(error)).map(([, key]) =>
    because(key, { country, count: value.length }),
  );
}
