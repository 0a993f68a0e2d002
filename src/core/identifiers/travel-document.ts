import { type ParseResult, parse } from 'mrz';

/** What the machine-readable zone of one travel document says. */
export interface TravelDocument {
  readonly kind: string;
  readonly number: string;
  readonly surname: string;
  readonly givenNames: string;
  /** ISO 8601; as it stands there where it is no date. */
  readonly birthDate: string;
  readonly expiry: string;
  readonly sex: string;
  /** Alpha-3 as printed. */
  readonly nationality: string;
  readonly issuer: string;
  /** Alpha-2 of the issuer where it is a country of the region; else ''. */
  readonly country: string;
  readonly optional: string;
  /** Fields whose check digit is wrong; a forger's slip or a reader's. */
  readonly wrongChecks: readonly string[];
}

/** A line of a zone: its length is that of a format and it has fillers, which no other text has. */
const ZONE_LINE = /^(?=.*<)[A-Z0-9<]+$/;
const LINES_OF_LENGTH: Readonly<Record<number, number>> = { 30: 3, 36: 2, 44: 2 };
const REGION: Readonly<Record<string, string>> = {
  UKR: 'UA',
  MDA: 'MD',
  ROU: 'RO',
  POL: 'PL',
  GEO: 'GE',
  HUN: 'HU',
  SVK: 'SK',
  EST: 'EE',
  LVA: 'LV',
  LTU: 'LT',
  BLR: 'BY',
};

/** The line without what a scanner puts between its characters; null where it is none of a zone. */
export function zoneLine(line: string): string | null {
  const packed = line.replace(/\s+/g, '').toUpperCase();
  return packed.length in LINES_OF_LENGTH && ZONE_LINE.test(packed) ? packed : null;
}

/** How many lines the zone has that begins with this one. */
export function zoneHeight(line: string): number {
  return LINES_OF_LENGTH[line.length] ?? 0;
}

/** Null where the lines are no zone of ICAO 9303 (TD1, TD2, TD3) or have nothing a person could be told by. */
export function readZone(lines: readonly string[]): TravelDocument | null {
  const found = parsed(lines);
  if (found === null) return null;
  const field = (name: string): string => fieldOf(found, lines, name);
  const expiry = expiryDate(field('expirationDate'));
  const document = {
    kind: field('documentCode'),
    number: (found.documentNumber ?? field('documentNumber')).replace(/</g, ''),
    surname: field('lastName'),
    givenNames: field('firstName'),
    birthDate: birthDate(field('birthDate'), expiry),
    expiry,
    sex: { male: 'M', female: 'F' }[field('sex')] ?? field('sex'),
    nationality: field('nationality'),
    issuer: field('issuingState'),
    country: REGION[field('issuingState')] ?? '',
    optional: isVisa(lines) ? visaRest(lines) : optionalOf(field),
    wrongChecks: wrongChecks(found).filter((name) => !(isVisa(lines) && NOT_OF_VISAS.has(name))),
  };
  return document.number === '' && document.surname === '' ? null : document;
}

function optionalOf(field: (name: string) => string): string {
  return [field('personalNumber'), field('optional1'), field('optional2'), field('optional')]
    .filter((one) => one !== '')
    .join(' ');
}

/** A visa has the lines of a passport or card, but neither of their last two check digits: the rest is free. */
const NOT_OF_VISAS: ReadonlySet<string> = new Set(['personalNumber', 'composite']);
const REST_OF_VISA = 28;

function isVisa([first = '']: readonly string[]): boolean {
  return first.startsWith('V');
}

function visaRest([, second = '']: readonly string[]): string {
  return second.slice(REST_OF_VISA).replace(/<+/g, ' ').trim();
}

function parsed(lines: readonly string[]): ParseResult | null {
  try {
    return parse([...lines]);
  } catch {
    return null;
  }
}

/** A value the library does not accept (an unknown state) as it stands in the zone. */
function fieldOf({ fields, details }: ParseResult, lines: readonly string[], name: string): string {
  const value = (fields as Readonly<Record<string, string | null | undefined>>)[name];
  if (value != null) return value.replace(/</g, ' ').trim();
  const detail = details.find((one) => one.field === name);
  const [range] = detail?.ranges ?? [];
  if (detail === undefined || range === undefined) return '';
  const raw = lines[range.line]?.slice(range.start, range.end) ?? '';
  return raw.replace(/<+/g, ' ').trim();
}

function wrongChecks({ details }: ParseResult): string[] {
  return details.flatMap(({ field, valid }) =>
    field?.endsWith('CheckDigit') === true && !valid ? [field.replace('CheckDigit', '')] : [],
  );
}

function expiryDate(text: string): string {
  return /^\d{6}$/.test(text) ? `20${dashed(text)}` : text;
}

/** Two digits of a year: whoever would be born after the document ran out was born a century before. */
function birthDate(text: string, expiry: string): string {
  if (!/^\d{6}$/.test(text)) return text;
  const latest = /^\d{4}/.test(expiry) ? Number(expiry.slice(0, 4)) - LEAST_VALIDITY : LATEST_BIRTH;
  const century = 2000 + Number(text.slice(0, 2)) <= Math.min(latest, LATEST_BIRTH) ? '20' : '19';
  return century + dashed(text);
}

const LEAST_VALIDITY = 3;
const LATEST_BIRTH = 2029;

function dashed(text: string): string {
  return `${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
}
