import { parse } from 'mrz';
import {
  because,
  checkFailed,
  type Explanation,
  formatUnknown,
  type IdentifierKind,
  upper,
  valid,
} from './identifier.ts';

/** Lines by their number and length: identity card (TD1), older card (TD2), passport (TD3). */
const FORMATS: Readonly<Record<number, readonly [name: MrzFormat, length: number]>> = {
  90: ['TD1', 30],
  72: ['TD2', 36],
  88: ['TD3', 44],
};
export type MrzFormat = 'TD1' | 'TD2' | 'TD3';

/** Check digits by the field they stand for; other fields are words and have none. */
const CHECKED: Readonly<Record<string, string>> = {
  documentNumberCheckDigit: 'document',
  birthDateCheckDigit: 'birth',
  expirationDateCheckDigit: 'expiry',
  personalNumberCheckDigit: 'optional',
  compositeCheckDigit: 'whole',
};

export interface MachineReadableZone {
  readonly format: MrzFormat;
  /** As read, with O and 0, I and 1 put right where only a letter or only a digit can stand. */
  readonly lines: readonly string[];
  readonly fields: Readonly<Record<string, string | null>>;
  readonly documentNumber: string | null;
  /** Check digits that fail: document, birth, expiry, optional, whole. */
  readonly failing: readonly string[];
  readonly corrections: number;
}

/** The zone of a travel document (ICAO 9303), whole or in lines; null where it has none of the three sizes. */
export function readMrz(text: string): MachineReadableZone | null {
  const packed = packedOf(text);
  const [format, length] = FORMATS[packed.length] ?? [];
  if (format === undefined || length === undefined || !/^[A-Z0-9<]+$/.test(packed)) return null;
  const lines = packed.match(new RegExp(`.{${length}}`, 'g')) ?? [];
  try {
    const { fields, details, documentNumber } = parse(lines, { autocorrect: true });
    const corrections = details.flatMap(({ autocorrect }) => autocorrect);
    const failing = details.flatMap(({ field, valid: isRight }) =>
      isRight || field === null ? [] : (CHECKED[field] ?? []),
    );
    const corrected = lines.map((line, at) =>
      corrections
        .filter((one) => one.line === at)
        .reduce((done, one) => done.slice(0, one.column) + one.corrected + done.slice(one.column + 1), line),
    );
    return { format, lines: corrected, fields, documentNumber, failing, corrections: corrections.length };
  } catch {
    return null;
  }
}

/** Guillemets are what scanners make of the filler. */
function packedOf(text: string): string {
  return upper(text)
    .replace(/«/g, '<<')
    .replace(/[‹〈]/g, '<')
    .replace(/[\s/|]+/g, '');
}

export const mrz: IdentifierKind = {
  kind: 'mrz',
  normalise(raw) {
    const zone = readMrz(raw);
    if (zone === null) return formatUnknown(packedOf(raw) || raw.trim());
    const value = zone.lines.join('\n');
    const read = because('identifier:mrz.read', { format: zone.format });
    const corrected: Explanation[] =
      zone.corrections === 0 ? [] : [because('identifier:mrz.corrected', { count: zone.corrections })];
    if (zone.failing.length === 0) return valid(value, read, ...corrected);
    const wrong = zone.failing.map((field) =>
      because('identifier:mrz.wrong', { field: because(`identifier:mrz.field.${field}`) }),
    );
    return checkFailed(value, ...wrong, read, ...corrected);
  },
};
