import { foldLatin } from '../../core/names/index.ts';
import { readAngle } from '../../core/places/angle.ts';
import { readCoordinatePair } from '../../core/places/coordinates.ts';
import { detectDateOrder } from '../../core/time/index.ts';
import { isAddressOfMail } from './address-of-mail.ts';
import { areDirections, isDirection } from './direction-words.ts';
import { type ColumnField, HEADER_WORDS } from './header-words.ts';
import { isPlainly } from './plainly.ts';

export interface ColumnGuess {
  readonly column: string;
  readonly field: ColumnField | null;
  readonly examples: readonly string[];
  /** A second phone or plate column: what it would be, had another column not been it already. */
  readonly again: ColumnField | null;
}

const REPEATED: readonly ColumnField[] = ['phone', 'plate'];

const WORDS = new Map<string, ColumnField>();
for (const [field, words] of Object.entries(HEADER_WORDS)) {
  for (const word of words.split('|')) {
    if (!WORDS.has(foldHeader(word))) WORDS.set(foldHeader(word), field as ColumnField);
  }
}

/** Header as it is compared: no marks, apostrophes, punctuation or case, ё as е; и and й stay apart as in print. */
export function foldHeader(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/['’ʼ`"]/g, '')
    .toLowerCase()
    .replace(/ё/g, 'е');
  return /\p{Script=Cyrillic}/u.test(plain)
    ? oneAlphabet(plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    : foldLatin(plain.replace(/_/g, ' '));
}

/** Letters of the other alphabet that look alike: IMEI in Cyrillic ones, subscriber A and B in Latin ones. */
function oneAlphabet(text: string): string {
  return text
    .replace(/(^| )[іi][мm][еe][іi](?= |$)/gu, '$1imei')
    .replace(/(^| )[іi][мm][ѕsсc][іi](?= |$)/gu, '$1imsi')
    .replace(/ a$/u, ' а')
    .replace(/ b$/u, ' б');
}

/** What each column is, from its header first and from its values where the header says nothing. */
export function guessColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnGuess[] {
  const examples = columns.map((_, at) => examplesOf(rows, at));
  const fields = columns.map(() => null as ColumnField | null);
  const taken = new Set<ColumnField>();
  const candidates = columns.flatMap((column, at) => candidatesOf(column).map((one) => ({ ...one, at })));
  candidates.sort((left, right) => right.score - left.score || left.at - right.at);
  for (const { at, field, score } of candidates) {
    if (fields[at] !== null || taken.has(field) || !fits(field, examples[at] ?? [], score)) continue;
    const settled = settledField(columns[at] ?? '', field, examples[at] ?? [], taken);
    if (settled === null) continue;
    fields[at] = settled;
    taken.add(settled);
  }
  for (const [at, field] of (towerFields(columns, rows) ?? fields).entries()) {
    fields[at] = field;
    if (field !== null || repeated(columns[at] ?? '', examples[at] ?? []) !== null) continue;
    const guessed = fieldOfValues(examples[at] ?? [], taken, CODE_HEAD.test(columns[at] ?? ''));
    if (guessed === null) continue;
    fields[at] = guessed;
    taken.add(guessed);
  }
  return columns.map((column, at) => {
    const field = fields[at] ?? null;
    const shown = examples[at] ?? [];
    return { column, field, examples: shown, again: field === null ? repeated(column, shown) : null };
  });
}

/** What the values make of a word: a time with its day is a moment, kinds of calls that say who began are directions. */
function settledField(
  column: string,
  field: ColumnField,
  examples: readonly string[],
  taken: ReadonlySet<ColumnField>,
): ColumnField | null {
  if (field === 'time' && detectDateOrder(examples).dates > 0) return taken.has('start') ? null : 'start';
  if ((field === 'caller' || field === 'called') && !namesParty(column, examples)) {
    return /contact|контакт/i.test(column) && !taken.has('contactName') ? 'contactName' : null;
  }
  const told = examples.filter(isDirection).length / Math.max(1, examples.length);
  if (field === 'kind' && told > 0.3 && !taken.has('direction')) return 'direction';
  if (field === 'amount' && /phone/i.test(column)) return null;
  return field === 'duration' && countsMinutes(column, examples) ? null : field;
}

const DOUBTFUL_HEADERS = new Set(
  'source|src|destination|dst|contact|контакт|контакту|контакта|sursa|destinatie|initiator|звідки'.split('|'),
);

/** “Source” and “contact” may be anything; only numbers and addresses make them name who called. */
function namesParty(column: string, examples: readonly string[]): boolean {
  return (
    !DOUBTFUL_HEADERS.has(foldHeader(column)) || share(examples, /\d{3,}|@/) > 0.3 || examples.length === 0
  );
}

/** Whole or broken minutes are no seconds; they stay as written. */
function countsMinutes(column: string, examples: readonly string[]): boolean {
  return (
    /(^|[^\p{L}])(min|mins|minutes|minute|хв|мин|минут|хвилин)([^\p{L}]|$)/iu.test(column) &&
    !/sec|сек|ss/i.test(column) &&
    examples.some((one) => !/[:\p{L}]/u.test(one))
  );
}

const TOWER_FIELDS: readonly (ColumnField | null)[] = [
  null,
  'mcc',
  'mnc',
  'lac',
  'cell',
  null,
  'longitude',
  'latitude',
  'accuracy',
  null,
  null,
  null,
  null,
  null,
];

/** Downloads of open lists of cells have no header: the kind of radio first, then always the same columns. */
function towerFields(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): (ColumnField | null)[] | null {
  const isUnnamed = columns.length === TOWER_FIELDS.length && columns.every((name) => /^#\d+$/.test(name));
  const areCells = rows.every(
    (row) => /^(GSM|UMTS|CDMA|LTE|NR|WCDMA)$/.test(row[0] ?? '') && /^\d{3}$/.test(row[1] ?? ''),
  );
  return isUnnamed && rows.length > 0 && areCells ? [...TOWER_FIELDS] : null;
}

function repeated(column: string, examples: readonly string[]): ColumnField | null {
  const found = candidatesOf(column).find(
    ({ field, score }) => REPEATED.includes(field) && fits(field, examples, score),
  );
  return found !== undefined && share(examples, /\d/) > 0.5 ? found.field : null;
}

function examplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const cell = (row[at] ?? '').trim();
    if (cell !== '') found.add(cell);
    if (found.size >= 40) break;
  }
  return [...found];
}

/** Short words that mean only one thing, so that they count inside a longer header too. */
const STRONG = new Set([
  'imei',
  'imsi',
  'iban',
  'vin',
  'піб',
  'фио',
  'idnp',
  'cnp',
  'idno',
  'lat',
  'lon',
  'dob',
  'дата',
  'час',
  'data',
  'ora',
  'date',
  'time',
  'сума',
  'suma',
]);

/** The whole header, the header without its bracketed part, and known words at its beginning or end. */
function candidatesOf(column: string): { field: ColumnField; score: number }[] {
  const found: { field: ColumnField; score: number }[] = [];
  const whole = foldHeader(column);
  const short = foldHeader(column.replace(/\(.*?\)|\[.*?\]|,.*$/g, ''));
  const exact = WORDS.get(whole);
  if (exact !== undefined) found.push({ field: exact, score: 1 });
  const stripped = WORDS.get(short);
  if (stripped !== undefined) found.push({ field: stripped, score: 0.95 });
  for (const [word, field] of WORDS) {
    if (word.length < 5 && !STRONG.has(word)) continue;
    if (` ${whole} `.includes(` ${word} `)) {
      found.push({ field, score: 0.4 + (0.5 * word.length) / whole.length });
    }
  }
  return IN_THOUSANDS.test(column) ? found.filter(({ field }) => !SUMS.includes(field)) : found;
}

/** A sum in thousands read as one in units is another sum: it stays as written until a person says what it is. */
const IN_THOUSANDS = /(^|[^\p{L}])(тис|тыс|млн|mii|mln|thousands?|millions?|tys)([^\p{L}]|$)/iu;
const SUMS: readonly ColumnField[] = ['amount', 'debit', 'credit', 'balance'];

/** A sum of five digits is also the number of a day, as spreadsheets count them. */
const PLAIN_NUMBER = /^[-+]?\d+([.,]\d+)?$/;

const CURRENCY = /^(\p{L}{1,8}\.?|[₴€$£₽₾]|\d{3})$/u;

/** Metres of a grid are none: they are asked about and never plotted. */
const isAngle = (text: string): boolean => readAngle(text) !== null;

const PHONE = /^\+?[\d\s()-]{9,19}$/;
const IBAN = /^[A-Z]{2}\d{2}[\dA-Z\s]{11,34}$/i;

const IP = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]{0,4}(:[\da-f]{0,4}){2,7})$/i;

/** Numbers whose form and check digits together leave no doubt what they are. */
const TOLD_BY_VALUES: readonly (readonly [kind: string, shape: RegExp, field: ColumnField])[] = [
  ['iccid', /^89\d{17,18}$/, 'iccid'],
  ['imei', /^\d{15}$/, 'imei'],
  ['container-number', /^[A-Z]{4}[ -]?\d{6}[ -]?\d$/i, 'container'],
  ['vin', /^[A-Z0-9]{17}$/i, 'vin'],
  ['wallet', /^\S{26,}$/, 'wallet'],
  ['card-number', /^\d{4}([ -]?\d{4}){3}$/, 'cardNumber'],
  ['mrz', /<</, 'mrz'],
];

function share(examples: readonly string[], pattern: RegExp): number {
  return examples.length === 0 ? 0 : examples.filter((one) => pattern.test(one)).length / examples.length;
}

/** A word alone is not enough where the values contradict it. An exact word is believed unless values are impossible. */
function fits(field: ColumnField, examples: readonly string[], score: number): boolean {
  if (examples.length === 0) return score >= 0.95;
  const digits = share(examples, /\d/);
  const isDate = detectDateOrder(examples).dates / examples.length;
  switch (field) {
    case 'ip':
      return share(examples, /^\[?[\da-f]*[.:][\da-f.:]+/i) > 0.7;
    case 'domain':
      return share(examples, /\p{L}\.\p{L}/u) > 0.5;
    case 'imo':
    case 'mmsi':
    case 'iccid':
    case 'serial':
    case 'container':
    case 'cardNumber':
      return digits > 0.7;
    case 'wallet':
      return share(examples, /^\S{25,}$/) > 0.5;
    case 'latitude':
    case 'longitude':
      return examples.filter(isAngle).length / examples.length > 0.5;
    case 'coordinates':
      return examples.filter((one) => readCoordinatePair(one) !== null).length / examples.length > 0.5;
    case 'amount':
    case 'debit':
    case 'credit':
    case 'balance':
    case 'duration':
      return digits > (score >= 0.95 ? 0.3 : 0.7) && (isDate < 0.5 || share(examples, PLAIN_NUMBER) > 0.5);
    case 'currency':
      return share(examples, score < 0.95 ? CURRENCY : /^([^\d]{1,20}|\d{3})$/) > 0.5;
    case 'start':
    case 'date':
    case 'end':
    case 'birthDate':
      return digits > 0.5;
    case 'time':
      return share(examples, /\d{1,2}[:.]\d{2}/) > 0.5;
    case 'fullName':
    case 'surname':
    case 'givenName':
    case 'owner':
      return share(examples, /\p{L}{2,}/u) > 0.5;
    case 'caller':
    case 'called':
      return score > 0.9 || share(examples, /\d{3,}/) > 0.3;
    case 'party':
    case 'text':
      return score >= 0.95;
    case 'entries':
      return score >= 0.95 && share(examples, /\d{5,}|@/) > 0.3;
    case 'lac':
    case 'mnc':
    case 'mcc':
      return score >= 0.95 && share(examples, /^[\da-f]{1,6}$/i) > 0.8;
    case 'phone':
      return share(examples, /(\d[\s().-]*){5,}/) > 0.3;
    case 'debitOrCredit':
    case 'direction':
      return share(examples, /^.{1,24}$/u) > 0.8;
    default:
      return true;
  }
}

/** Numbers that a head calls codes or accounts are no phones, whatever they begin with. */
const CODE_HEAD =
  /(^|[^\p{L}])(код|инн|іпн|рнокпп|єдрпоу|едрпоу|рахунок|счет|code|cod|cont|tax|vat|hash|block)([^\p{L}]|$)/iu;

const DEBIT_OR_CREDIT =
  /^(дебет|кредит|дт|кт|debit|credit|dr|cr|dbit|crdt|obciążenie|uznanie|terhelés|jóváírás)$/iu;

/** A column nobody named in a known word: told by what stands in it, only where that is clear. */
function fieldOfValues(
  examples: readonly string[],
  taken: ReadonlySet<ColumnField>,
  isCode: boolean,
): ColumnField | null {
  if (examples.length === 0) return null;
  const free = (...fields: ColumnField[]): ColumnField | null =>
    fields.find((field) => !taken.has(field)) ?? null;
  if (share(examples, IBAN) > 0.8) return free('senderAccount', 'recipientAccount');
  const dates = examples.filter((one) => detectDateOrder([one]).dates > 0);
  if (dates.length / examples.length > 0.9) {
    const hasClock = share(dates, /\d{1,2}:\d{2}/) > 0.8;
    if (hasClock && !taken.has('date')) return free('start');
    return !hasClock && !taken.has('start') ? free('date') : null;
  }
  const isInternational =
    share(examples, /^(\+|00)\d{9,15}$/) > 0.6 || share(examples, /^(380|373|40|48|995|7)\d{8,10}$/) > 0.8;
  if (!isCode && isInternational && share(examples, PHONE) > 0.6) return free('caller', 'called');
  if (share(examples, DEBIT_OR_CREDIT) > 0.9) return free('debitOrCredit');
  if (areDirections(examples)) return free('direction');
  if (examples.filter(isAddressOfMail).length / examples.length > 0.8) return free('email');
  const told = TOLD_BY_VALUES.find(([kind, shape]) => {
    const are = examples.filter((one) => shape.test(one) && isPlainly(kind, one));
    return are.length / examples.length > 0.8;
  });
  if (told !== undefined) return free(told[2]);
  if (share(examples, IP) > 0.8) return free('ip');
  return null;
}
