import type { EventMapping, ImportSpecification, ValueSource } from '../../contract/import.ts';
import { isCoin } from '../../core/money.ts';
import { isPlainly } from './plainly.ts';
import type { Columns, Titles } from './suggest-parts.ts';

const MONEY = /^[^\d]*(\d[\d\s.,'’]*)/;

/** The mark that stands before the last one or two digits, or that can be nothing else, in most of the sums. */
export function decimalMarkOf(amounts: readonly string[]): '.' | ',' {
  const bare = amounts.map((one) => (MONEY.exec(one.normalize('NFKC'))?.[1] ?? '').replace(/[.,\s]+$/, ''));
  const commas = bare.filter((one) => isDecimal(one, ',', '.')).length;
  const points = bare.filter((one) => isDecimal(one, '.', ',')).length;
  return commas > points ? ',' : '.';
}

function isDecimal(text: string, mark: string, other: string): boolean {
  const parts = text.split(mark);
  const [whole = '', fraction = ''] = parts;
  if (parts.length > 2 || fraction.includes(other)) return false;
  if (parts.length === 1) return text.split(other).length > 2;
  if (whole.includes(other)) return true;
  return fraction.length !== 3 || whole === '0' || /\s/.test(whole) || whole.length > 3;
}

const CURRENCY_OF: Readonly<Record<string, string>> = {
  UA: 'UAH',
  MD: 'MDL',
  RO: 'RON',
  PL: 'PLN',
  GE: 'GEL',
};

/** A payment list without a currency column is in the currency of its head or country; shown in the mapping, so it can be changed. */
export function withMoney(specification: ImportSpecification, columns: Columns): ImportSpecification {
  const events = specification.events.map((event) =>
    event.amount === null ? event : { ...event, ...moneyOf(event, event.amount, columns, specification) },
  );
  return { ...specification, events };
}

const CODES = /(?<![A-Za-z])(UAH|MDL|RON|EUR|USD|PLN|GEL|GBP|HUF|RUB|CHF|CZK|BGN|TRY)(?![A-Za-z])/;

function moneyOf(
  event: EventMapping,
  amount: ValueSource,
  columns: Columns,
  { country }: ImportSpecification,
): Partial<EventMapping> {
  const heads = amount.columns.join(' ');
  const own = codeIn(heads);
  if (own !== null) {
    const constant = { columns: [], constant: own };
    return {
      currency: constant,
      properties: { ...event.properties, ...kept(event.currency) },
      ...minorUnits(heads),
    };
  }
  if (event.currency !== null)
    return {
      ...pairedCurrency(event, amount, columns),
      ...(isMinorApi(columns) ? { minorUnits: true } : minorUnits(heads)),
    };
  const named = columns.guesses.map(({ column }) => CODES.exec(column)?.[1]).find(Boolean);
  const coin = coinOf(columns, amount);
  if (coin !== null) return coin;
  const stated = named ?? columns.titles.currency ?? CURRENCY_OF[country] ?? 'EUR';
  return { currency: { columns: [], constant: stated }, ...minorUnits(heads) };
}

const CURRENCY_HEAD = /валют|currency|ccy|valut|moned|walut|deviz|pénznem/i;

/** Of several sums with a currency each, the currency whose head ends like that of the sum belongs to it. */
function pairedCurrency(event: EventMapping, amount: ValueSource, columns: Columns): Partial<EventMapping> {
  const [sum = '', second] = amount.columns;
  const tail = lastWord(sum);
  const own = columns.guesses.find(({ column }) => CURRENCY_HEAD.test(column) && lastWord(column) === tail);
  const isSame = own === undefined || own.column === sum || own.column === event.currency?.columns[0];
  if (second !== undefined || isSame) return {};
  const { [own.column]: _taken, ...properties } = event.properties;
  return {
    currency: { columns: [own.column] },
    properties: { ...properties, ...kept(event.currency) },
  };
}

function lastWord(header: string): string {
  return (
    header
      .trim()
      .toLowerCase()
      .split(/[\s_.-]+/)
      .at(-1) ?? ''
  );
}

/** A column of currencies that is not that of the sum stays with the row. */
function kept(currency: ValueSource | null): EventMapping['properties'] {
  const [column] = currency?.columns ?? [];
  return column === undefined ? {} : { [column]: { columns: [column] } };
}

/** The account and the currency a page of titles names, where it names one only. */
export function readTitles(above: readonly (readonly string[])[]): Titles {
  const cells = above.flat().filter((cell) => cell !== '');
  const accounts = new Set(cells.flatMap((cell) => ibansIn(cell)));
  const codes = new Set(cells.flatMap((cell) => CODES.exec(cell)?.[1] ?? []));
  const [account = null] = accounts.size === 1 ? accounts : [];
  const [code = null] = codes.size === 1 ? codes : [];
  return {
    account,
    currency: code ?? (account === null ? null : (CURRENCY_OF[account.slice(0, 2)] ?? null)),
  };
}

const ACCOUNT = /(?<![A-Z\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}/g;

/** Blanks may stand inside an account number and behind it: the longest beginning whose check digits are right. */
function ibansIn(text: string): string[] {
  return (text.match(ACCOUNT) ?? []).flatMap((one) => {
    const plain = one.replace(/[ -]/g, '');
    for (let length = Math.min(34, plain.length); length >= 15; length -= 1)
      if (isPlainly('iban', plain.slice(0, length))) return [plain.slice(0, length)];
    return [];
  });
}

/** A code beside the name of the sum belongs to it, whatever a column of currencies beside says of another sum. */
function codeIn(heads: string): string | null {
  const known = CODES.exec(heads)?.[1];
  if (known !== undefined) return known;
  const words = heads.match(/(?<![A-Za-z])[A-Z]{3,5}(?![A-Za-z])/g) ?? [];
  return words.find(isCoin) ?? null;
}

const MINOR =
  /(^|[^\p{L}])(коп|копійк\p{L}*|копе\p{L}*|bani|cents?|grosz\p{L}*|minor|minor units|satoshi)([^\p{L}]|$)/iu;

function minorUnits(heads: string): Pick<EventMapping, 'minorUnits'> {
  const words = heads.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return MINOR.test(words) ? { minorUnits: true } : {};
}

/** The list of movements that a bank's service gives out counts in minor units and says so in no head. */
function isMinorApi(columns: Columns): boolean {
  const names = new Set(columns.guesses.map(({ column }) => column));
  const hasAll = ['operationAmount', 'currencyCode', 'commissionRate', 'mcc'].every((name) =>
    names.has(name),
  );
  return hasAll && columns.examples('amount').every((one) => /^-?\d+$/.test(one));
}

/** Between wallets no country says which coin it is: their form does, of bitcoin alone; else nothing, and a person is to say it. */
function coinOf(columns: Columns, amount: ValueSource): Partial<EventMapping> | null {
  const ends = (
    ['caller', 'called', 'senderName', 'recipientName', 'senderAccount', 'recipientAccount'] as const
  )
    .flatMap((field) => columns.examples(field))
    .filter((one) => isPlainly('wallet', one));
  if (ends.length === 0) return null;
  if (!ends.every((one) => /^([13][a-km-zA-HJ-NP-Z1-9]{25,34}|bc1[a-z0-9]+)$/.test(one))) return {};
  const sums = columns.guesses.find(({ column }) => column === amount.columns[0])?.examples ?? [];
  const isSatoshi = sums.every((one) => /^\d+$/.test(one));
  return { currency: { columns: [], constant: 'BTC' }, ...(isSatoshi ? { minorUnits: true } : {}) };
}
