import { createHash } from 'node:crypto';
import type { ListMapping } from '../../contract/lists.ts';
import { normaliseIdentifier, readCountry } from '../../core/identifiers/index.ts';
import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { ENTITY_TYPES } from '../../core/model/entity-types.ts';
import {
  birthDateReader,
  comparableNames,
  isNamedType,
  type ListKind,
  type TextField,
  type WatchNumber,
  type WatchSide,
} from '../../core/watch/index.ts';
import { isCompanyName } from '../import/legal-form.ts';

/** An entry as it is kept, and what of its row could not be used. */
export interface EntryDraft {
  readonly reference: string;
  readonly label: string;
  readonly side: WatchSide;
  readonly note: string;
  readonly raw: Readonly<Record<string, string>>;
  readonly print: string;
  readonly remarks: readonly string[];
}
export type MappedRow = EntryDraft | { readonly rejected: string; readonly value: string } | 'left-out';

type Values = (field: string) => string[];

const SEVERAL = /\s*[;|\n]\s*/u;
const CELL_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
const DIGITS_LOST = /^\d([.,]\d+)?E\+?\d{1,2}$/i;
const LONGEST_RAW = 4000;
/** Rows of an entity format that are no things. */
const NO_ENTRIES: ReadonlySet<string> = new Set(['link', 'event']);

/** Rows of a list as entries; a row with neither name nor number says nothing that could be found. */
export function entryMapper(
  mapping: ListMapping,
  columns: readonly string[],
  kind: ListKind,
  today: string,
): (cells: readonly string[]) => MappedRow {
  const at = new Map<string, number[]>();
  for (const [index, column] of columns.entries()) {
    const field = mapping.fields[column];
    if (field !== undefined) at.set(field, [...(at.get(field) ?? []), index]);
  }
  const kindColumn = columns.includes('type') && columns.includes('label') ? columns.indexOf('kind') : -1;
  const readBirth = birthDateReader(mapping.dateOrder);
  return (cells) => {
    if (NO_ENTRIES.has(cells[kindColumn] ?? '')) return 'left-out';
    const values: Values = (field) =>
      (at.get(field) ?? []).map((index) => (cells[index] ?? '').trim()).filter((text) => text !== '');
    const broken = brokenCell(values);
    if (broken !== null) return broken;
    const side = sideOf(values, mapping, kind, (text) => readBirth(text, today));
    const label = side.names[0] ?? allNames(values)[0] ?? values('reference')[0] ?? '';
    if (side.names.length === 0 && side.numbers.length === 0) {
      const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
      return { rejected: text === '' ? 'row-empty' : 'list-nothing', value: text.slice(0, 500) };
    }
    return draftOf(values, side, label, rawOf(columns, cells));
  };
}

/** A number a spreadsheet shortened is another number; what it shows for an error is none. */
function brokenCell(values: Values): { rejected: string; value: string } | null {
  for (const field of IDENTIFIER_KINDS) {
    const bad = values(field).find((text) => CELL_ERROR.test(text) || DIGITS_LOST.test(text));
    if (bad !== undefined)
      return { rejected: CELL_ERROR.test(bad) ? 'cell-error' : 'digits-lost', value: bad };
  }
  return null;
}

function draftOf(
  values: Values,
  side: WatchSide & { readonly checkFailed: number },
  label: string,
  raw: Readonly<Record<string, string>>,
): EntryDraft {
  const { checkFailed, ...matched } = side;
  const [reference = ''] = values('reference');
  const shown = label === '' ? (Object.values(raw)[0] ?? '') : label;
  return {
    reference,
    label: shown.slice(0, 300),
    side: matched,
    note: values('note').join('; ').slice(0, LONGEST_RAW),
    raw,
    print: printOf([reference, matched]),
    remarks: remarksOf(values, side, checkFailed),
  };
}

function remarksOf(values: Values, side: WatchSide, checkFailed: number): string[] {
  const names = allNames(values).flatMap((name) => (comparableNames([name]).length === 0 ? [name] : []));
  return [
    ...(values('birthDate').length > 0 && side.births.length === 0 ? ['birth-unreadable'] : []),
    ...(names.length > 0 ? ['name-too-long'] : []),
    ...(values('reference').length === 0 ? ['no-reference'] : []),
    ...(checkFailed > 0 ? ['check-failed'] : []),
  ];
}

/** One text for what is compared: it changes where and only where a comparison may come out differently. */
export function printOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32);
}

function allNames(values: Values): string[] {
  const parts = (['surname', 'givenName', 'patronymic'] as const).flatMap((field: TextField) =>
    values(field),
  );
  return [
    ...values('name'),
    ...(parts.length === 0 ? [] : [parts.join(' ')]),
    ...values('alias').flatMap((text) => text.split(SEVERAL)),
  ].filter((name) => name !== '');
}

function sideOf(
  values: Values,
  mapping: ListMapping,
  kind: ListKind,
  readBirth: (text: string) => string | null,
): WatchSide & { readonly checkFailed: number } {
  const names = comparableNames(allNames(values));
  const births = split(values('birthDate')).map(readBirth);
  const { numbers, checkFailed } = numbersOf(values, mapping.country);
  return {
    type: typeOf(values, names[0] ?? '', kind),
    names,
    births: [...new Set(births.filter((one) => one !== null))].sort(),
    nationalities: nationalitiesOf(split(values('nationality'))),
    numbers,
    checkFailed,
  };
}

function split(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(SEVERAL)).filter((text) => text !== '');
}

/** Codes where the program knows the country, else as written in one case. */
export function nationalitiesOf(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => readCountry(text) ?? text.toUpperCase()))].sort();
}

function numbersOf(values: Values, country: string): { numbers: WatchNumber[]; checkFailed: number } {
  const found = new Map<string, WatchNumber>();
  let checkFailed = 0;
  const ofRow = values('country')[0] ?? '';
  for (const kind of IDENTIFIER_KINDS) {
    for (const raw of split(values(kind))) {
      const stated = readCountry(statedCountry(values, kind) || ofRow);
      const { value, check } = normaliseIdentifier(kind, raw, {
        country: stated ?? country,
        isAssumed: stated === null,
      });
      if (check === 'check-failed') checkFailed += 1;
      found.set(`${kind}|${value}`, { kind, value });
    }
  }
  const numbers = [...found.values()].sort((a, b) =>
    `${a.kind}|${a.value}` < `${b.kind}|${b.value}` ? -1 : 1,
  );
  return { numbers, checkFailed };
}

function statedCountry(values: Values, kind: string): string {
  if (kind === 'plate') return values('plateCountry')[0] ?? '';
  return kind === 'document-number' ? (values('documentCountry')[0] ?? '') : '';
}

const TYPE_WORDS: readonly (readonly [type: string, words: RegExp])[] = [
  [
    'person',
    /^(p|person|individual|natural person|особа|фізична особа|лицо|физическое лицо|persoan[aă]|persoan[aă] fizic[aă])$/iu,
  ],
  [
    'organisation',
    /^(e|entity|company|organi[sz]ation|enterprise|legal ?entity|юридична особа|організація|компанія|юридическое лицо|организация|entitate|persoan[aă] juridic[aă]|organiza[tț]ie)$/iu,
  ],
  ['vessel', /^(vessel|ship|судно|корабель|корабль|nav[aă])$/iu],
];

/** What the row says it is; else what its columns and its name tell; a list of wanted people holds people. */
function typeOf(values: Values, name: string, kind: ListKind): string | null {
  const [stated = ''] = values('type');
  if (Object.hasOwn(ENTITY_TYPES, stated)) return stated;
  const word = TYPE_WORDS.find(([, words]) => words.test(stated))?.[0];
  if (word !== undefined) return word;
  if (name === '') return null;
  if (isCompanyName(name)) return 'organisation';
  const isPerson = ['surname', 'givenName', 'patronymic', 'birthDate'].some((one) => values(one).length > 0);
  return isPerson || kind === 'wanted' || kind === 'missing' ? 'person' : null;
}

/** Names of a thing that is not found by name (a model of a car) are shown and not compared. */
export function namesToFind({ type, names }: WatchSide): readonly string[] {
  return isNamedType(type) ? names : [];
}

function rawOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (cell !== '') found[column] = cell.slice(0, LONGEST_RAW);
  }
  return found;
}
