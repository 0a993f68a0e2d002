import { decimalsOf, isCoin } from '../../core/money.ts';

/** Numbers of ISO 4217, as banks of the region write them; 810 is the rouble's of account numbers. */
const NUMBERS: Readonly<Record<string, string>> = {
  '980': 'UAH',
  '498': 'MDL',
  '946': 'RON',
  '978': 'EUR',
  '840': 'USD',
  '985': 'PLN',
  '981': 'GEL',
  '826': 'GBP',
  '643': 'RUB',
  '810': 'RUB',
  '933': 'BYN',
  '348': 'HUF',
  '203': 'CZK',
  '756': 'CHF',
  '949': 'TRY',
  '975': 'BGN',
  '941': 'RSD',
  '398': 'KZT',
  '944': 'AZN',
  '752': 'SEK',
  '578': 'NOK',
  '208': 'DKK',
  '392': 'JPY',
  '156': 'CNY',
  '784': 'AED',
};

const SIGNS: Readonly<Record<string, string>> = {
  '₴': 'UAH',
  ...named('UAH', 'ГРН ГРИВНЯ ГРИВНІ ГРИВЕНЬ ГРИВНА ГРИВНЫ ГРИВЕН HRYVNIA'),
  '€': 'EUR',
  ...named('EUR', 'EURO EUROS ЄВРО ЕВРО'),
  $: 'USD',
  'US DOLLAR': 'USD',
  'ДОЛАР США': 'USD',
  'ДОЛЛАР США': 'USD',
  ...named('USD', 'US$ ДОЛ ДОЛАР ДОЛАРІВ ДОЛЛАР ДОЛЛАРОВ DOLLAR DOLLARS DOLARI'),
  ...named('MDL', 'ЛЕЙ ЛЕЇВ ЛЕЕВ ЛЕЯ LEI LEU'),
  '£': 'GBP',
  '₽': 'RUB',
  ...named('RUB', 'РУБ РУБЛЬ РУБЛЕЙ РУБЛЯ РУБЛІВ Р RUR'),
  '₾': 'GEL',
  ...named('GEL', 'ЛАРІ ЛАРИ'),
  ZŁ: 'PLN',
  ...named('PLN', 'ZLOTY ZŁOTY ZŁOTYCH'),
  FT: 'HUF',
  KČ: 'CZK',
  '₺': 'TRY',
  '₿': 'BTC',
};

function named(code: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, code]));
}

const CODES = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217 code of a currency word or sign; null where it is none. `lei` alone means Moldovan unless the source is Romanian. */
export function readCurrency(text: string, country: string): string | null {
  const word = text.trim().toUpperCase().replace(/\.$/, '');
  if (/^(LEI|LEU|ЛЕЙ)$/.test(word) && country === 'RO') return 'RON';
  if (isCoin(word)) return word;
  return SIGNS[word] ?? NUMBERS[word] ?? (/^[A-Z]{3}$/.test(word) ? word : null);
}

const SIGN = '[₴€$£₽₾₺₿]|US\\$';
const IN_FRONT = new RegExp(`^([+\\-(]?)(${SIGN}|\\p{L}{3,5})(?=[+\\-(]?[\\d.,])`, 'u');
const BEHIND = new RegExp(`(?<=[\\d.,])(${SIGN}|\\p{L}{1,8}\\.?)([)\\-]?)$`, 'u');

/** A word beside a sum that is the name of money: `тис.` and `mln` are none, and make another sum of it. */
function moneyWord(word: string, country: string): string | null {
  const code = readCurrency(word, country);
  return code !== null && (CODES.has(code) || isCoin(code)) ? code : null;
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/[−–]/g, '-');
}

/** The currency that stands in the cell of the sum itself; null where none does. */
export function currencyBeside(text: string, country: string): string | null {
  if (!/[^\d.,\s+-]/.test(text)) return null;
  const plain = plainOf(text);
  const word = IN_FRONT.exec(plain)?.[2] ?? BEHIND.exec(plain)?.[1];
  return word === undefined ? null : moneyWord(word, country);
}

/**
 * Whole minor units of an amount; never a float in between. Null where it cannot be read with certainty, also where
 * it has more decimals than the currency.
 */
export function readAmount(text: string, currency: string, decimalMark: '.' | ','): number | null {
  const parts = partsOf(text, decimalMark);
  if (parts === null) return null;
  const decimals = decimalsOf(currency);
  const { sign, whole, fraction } = parts;
  if (fraction.length > decimals) return null;
  const minor = Number(whole) * 10 ** decimals + Number(fraction.padEnd(decimals, '0') || 0);
  if (!Number.isSafeInteger(minor)) return null;
  return sign === '-' ? -minor : minor;
}

/** Minor units a source gives as such (kopecks, bani, cents): a whole number, or null. */
export function readMinorUnits(text: string, decimalMark: '.' | ','): number | null {
  const parts = partsOf(text, decimalMark);
  if (parts === null || parts.fraction !== '') return null;
  const minor = Number(parts.whole);
  if (!Number.isSafeInteger(minor)) return null;
  return parts.sign === '-' ? -minor : minor;
}

/** A plain number with a finer part of a coin than is counted, as a text; null where it is no number. */
export function exactAmount(text: string, decimalMark: '.' | ','): string | null {
  const parts = partsOf(text, decimalMark);
  if (parts === null) return null;
  return `${parts.sign === '-' ? '-' : ''}${parts.whole}${parts.fraction === '' ? '' : `.${parts.fraction}`}`;
}

interface Parts {
  readonly sign: string;
  /** Digits only. */
  readonly whole: string;
  /** Without the noughts at its end. */
  readonly fraction: string;
}

/** Thousands in groups of three, or of two above the last three as in India. */
function patternOf(mark: string, group: string): RegExp {
  const groups = `\\d{1,3}(?:${group}\\d{3})+|\\d{1,2}(?:${group}\\d{2})+${group}\\d{3}`;
  return new RegExp(`^([+-]?)(${groups}|\\d*)(?:${mark}(\\d*))?$`);
}

const PATTERNS = { '.': patternOf('\\.', ','), ',': patternOf(',', '\\.') };

function partsOf(text: string, decimalMark: '.' | ','): Parts | null {
  const bare = withoutMoney(plainOf(text));
  const match = PATTERNS[decimalMark].exec(signInFront(bare));
  if (match === null || !/\d/.test(bare)) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  return { sign, whole: whole.replace(/\D/g, '') || '0', fraction: fraction.replace(/0+$/, '') };
}

function withoutMoney(plain: string): string {
  if (!/[^\d.,+\-()]/.test(plain)) return plain;
  return plain
    .replace(IN_FRONT, (all, sign: string, word: string) => (moneyWord(word, '') === null ? all : sign))
    .replace(BEHIND, (all, word: string, end: string) => (moneyWord(word, '') === null ? all : end));
}

/** Bookkeepers write a sum taken off as `100.00-` or `(100.00)`. */
function signInFront(text: string): string {
  const behind = /^(\d.*)-$/.exec(text) ?? /^\((\d.*)\)$/.exec(text);
  return behind === null ? text : `-${behind[1]}`;
}

/** The amount as `readAmount` reads it, with a point as decimal mark. */
export function amountText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const fraction = decimals === 0 ? '' : `.${digits.slice(split)}`;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, split)}${fraction}`;
}
