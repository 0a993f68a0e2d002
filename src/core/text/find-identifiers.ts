import { normaliseIdentifier } from '../identifiers/index.ts';
import { readZone, zoneHeight, zoneLine } from '../identifiers/travel-document.ts';
import { runThrough, type Steps } from './steps.ts';

/** An identifier that stands in a text, as written and as it is compared. */
export interface FoundIdentifier {
  readonly kind: string;
  readonly raw: string;
  readonly value: string;
  readonly check: string;
  readonly start: number;
  readonly end: number;
  /** Country its form belongs to, where that is part of what it is. */
  readonly country: string;
  /** Whose it is, where the place itself says so (a machine-readable zone). */
  readonly holder: string | null;
}

interface Finder {
  readonly kind: string;
  readonly pattern: RegExp;
  /** Of a candidate, which of the check's results make it worth offering. */
  readonly accepts: readonly string[];
  /** Countries to read it as, the text's own first; once without any where left out. */
  readonly countries?: readonly string[];
  /** What else must be so. */
  readonly when?: (raw: string, before: string) => boolean;
  /** Shorter candidates to try where the whole is none. */
  readonly shorten?: boolean;
}

const EDGE = String.raw`(?<![\p{L}\p{N}_])`;
const END = String.raw`(?![\p{L}\p{N}_])`;
const PLATE_COUNTRIES = ['UA', 'MD', 'RO', 'PL', 'GE'];
const DOCUMENT_COUNTRIES = ['UA', 'MD', 'RO', 'PL', 'GE', 'HU', 'BY'];
const NAMED_DOCUMENT =
  /(паспорт|посвідк|документ|серія|удостоверен|passport|pa[sșş]apo[ar]+t|buletin|seria|c\.?\s?i\.?|identity|dowod|útlevél|პასპორტ)[^\n]{0,30}$/iu;

const pattern = (source: string, flags = 'gu'): RegExp => new RegExp(EDGE + source + END, flags);
const digitsOf = (raw: string): number => raw.replace(/\D/g, '').length;

/** The surest first: what one has taken is not offered again as something else. */
const FINDERS: readonly Finder[] = [
  {
    kind: 'email',
    pattern: pattern(String.raw`[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}`),
    accepts: ['not-checkable'],
  },
  {
    kind: 'iban',
    pattern: pattern(String.raw`[A-Z]{2}\d{2}(?:[ \u00A0]?[A-Z0-9]{4}){2,7}(?:[ \u00A0]?[A-Z0-9]{1,3})?`),
    accepts: ['valid', 'check-failed'],
    shorten: true,
  },
  {
    kind: 'wallet',
    pattern: pattern(
      '(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{20,71}|T[1-9A-HJ-NP-Za-km-z]{33}|[13][1-9A-HJ-NP-Za-km-z]{25,34})',
    ),
    accepts: ['not-checkable'],
    when: (raw) => /[A-Za-z]/.test(raw) && digitsOf(raw) < raw.length - 3,
  },
  {
    kind: 'vin',
    pattern: pattern('[A-HJ-NPR-Z0-9]{17}'),
    accepts: ['valid', 'not-checkable', 'check-failed'],
    when: (raw) => digitsOf(raw) >= 4 && digitsOf(raw) < 15,
  },
  {
    kind: 'imei',
    pattern: pattern(String.raw`\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d`),
    accepts: ['valid'],
  },
  {
    kind: 'card-number',
    pattern: pattern(String.raw`[2-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}`),
    accepts: ['valid'],
  },
  {
    kind: 'document-number',
    pattern: pattern(String.raw`(?:[A-ZА-ЯІЇЄҐ]{1,3}\s?(?:№|nr\.?)?\s?)?\d{6,9}`),
    accepts: ['not-checkable'],
    countries: DOCUMENT_COUNTRIES,
    when: (_raw, before) => NAMED_DOCUMENT.test(before),
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}_+])(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){7,14}(?![\p{L}\p{N}_])/gu,
    accepts: ['valid'],
    countries: [],
    when: (raw) => /^(\+|\(?0)/.test(raw),
  },
  {
    kind: 'plate',
    pattern: pattern(
      String.raw`(?:[A-ZА-ЯІЇЄҐ]{1,3}[ -]?\d{2,4}[ -]?[A-ZА-ЯІЇЄҐ]{2,3}|[A-ZА-ЯІЇЄҐ]{3}[ -]?\d{3}|\d{5}[ -]?[A-ZА-ЯІЇЄҐ]{2})`,
    ),
    accepts: ['valid'],
    countries: PLATE_COUNTRIES,
  },
];

/** What a candidate is looked at together with: enough for the word that names a document. */
const BEFORE = 60;
const MATCHES_A_STEP = 50;

/** Every identifier of a text in order. Pure guesses are left out: what is offered has a form or a check digit. */
export function findIdentifiers(text: string, country: string): FoundIdentifier[] {
  return runThrough(searchIdentifiers(text, country));
}

export function* searchIdentifiers(text: string, country: string): Steps<FoundIdentifier[]> {
  const found = findZones(text);
  const taken = new Uint8Array(text.length);
  for (const { start, end } of found) taken.fill(1, start, end);
  let seen = 0;
  for (const finder of FINDERS) {
    yield;
    const judged = new Map<string, Judged | null>();
    for (const { 0: raw, index } of text.matchAll(finder.pattern)) {
      seen += 1;
      if (seen % MATCHES_A_STEP === 0) yield;
      if (taken.subarray(index, index + raw.length).includes(1)) continue;
      if (finder.when?.(raw, text.slice(Math.max(0, index - BEFORE), index)) === false) continue;
      const known = judged.get(raw);
      const one = known === undefined ? judge(finder, raw, country) : known;
      judged.set(raw, one);
      if (one === null) continue;
      found.push({ ...one, start: index, end: index + one.raw.length });
      taken.fill(1, index, index + one.raw.length);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

type Judged = Omit<FoundIdentifier, 'start' | 'end'>;

/** A check that holds comes before one that fails, the longer candidate before the shorter. */
function judge(finder: Finder, raw: string, home: string): Judged | null {
  const { kind, accepts, countries } = finder;
  const own = countries === undefined ? [''] : [...new Set([home, ...countries])];
  const readings = candidates(finder, raw).flatMap((text) =>
    own.map((country) => {
      // Nothing in a text says who issued a document; a plate shows it by its form.
      const isAssumed = kind === 'document-number';
      return { text, country, ...normaliseIdentifier(kind, text, { country, isAssumed }) };
    }),
  );
  const fit = readings.filter(({ check }) => accepts.includes(check));
  const best =
    fit.find(({ check }) => check !== 'check-failed') ?? fit.find(({ text }) => hasDigitAtEnd(text));
  if (best === undefined) return null;
  const { text, country, value, check } = best;
  return { kind, raw: text, value, check, country, holder: null };
}

const hasDigitAtEnd = (text: string): boolean => /\d[A-Z]{0,2}$/i.test(text);

function candidates({ shorten = false }: Finder, raw: string): string[] {
  const found: string[] = [];
  for (let text = raw; text !== ''; text = shorten ? withoutLastWord(text) : '') found.push(text);
  return found;
}

function withoutLastWord(text: string): string {
  const cut = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\u00A0'));
  return cut < 0 ? '' : text.slice(0, cut);
}

/** Machine-readable zones inside the text, each the number of a document of a named person. */
function findZones(text: string): FoundIdentifier[] {
  if (!text.includes('<')) return [];
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    zone: zoneLine(line),
    line,
    index,
  }));
  const found: FoundIdentifier[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at];
    if (first?.zone == null) continue;
    const part = lines.slice(at, at + zoneHeight(first.zone));
    const document = readZone(part.map(({ zone }) => zone ?? ''));
    const last = part.at(-1);
    if (document === null || document.number === '' || last === undefined) continue;
    const { country, number, surname, givenNames, wrongChecks } = document;
    found.push({
      kind: 'document-number',
      raw: number,
      value: normaliseIdentifier('document-number', number, { country }).value,
      check: wrongChecks.includes('documentNumber') ? 'check-failed' : 'valid',
      start: first.index,
      end: last.index + last.line.length,
      country,
      holder: [surname, givenNames].filter((name) => name !== '').join(' '),
    });
    at += part.length - 1;
  }
  return found;
}
