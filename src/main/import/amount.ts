/** ISO 4217: the currencies whose minor unit is not a hundredth. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...withDecimals(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...withDecimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...withDecimals(4, 'CLF UYW'),
};
/** Numbers of ISO 4217, as banks of the region write them. */
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
  '933': 'BYN',
  '348': 'HUF',
  '203': 'CZK',
  '756': 'CHF',
  '949': 'TRY',
  '975': 'BGN',
};

function withDecimals(decimals: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, decimals]));
}

const SIGNS: Readonly<Record<string, string>> = {
  '₴': 'UAH',
  ГРН: 'UAH',
  UAH: 'UAH',
  '€': 'EUR',
  EURO: 'EUR',
  ЄВРО: 'EUR',
  ЕВРО: 'EUR',
  $: 'USD',
  ДОЛ: 'USD',
  USD: 'USD',
  ЛЕЙ: 'MDL',
  LEI: 'MDL',
  LEU: 'MDL',
  '£': 'GBP',
  '₽': 'RUB',
  РУБ: 'RUB',
  '₾': 'GEL',
  ZŁ: 'PLN',
};

/** ISO 4217 code of a currency word or sign; null where it is none. `lei` alone means Moldovan unless the source is Romanian. */
export function readCurrency(text: string, country: string): string | null {
  const word = text.trim().toUpperCase().replace(/\.$/, '');
  if (/^(LEI|LEU|ЛЕЙ)$/.test(word) && country === 'RO') return 'RON';
  return SIGNS[word] ?? NUMBERS[word] ?? (/^[A-Z]{3}$/.test(word) ? word : null);
}

/**
 * Whole minor units of an amount; never a float in between. Null where it cannot be read with certainty, also where
 * it has more decimals than the currency.
 */
export function readAmount(text: string, currency: string, decimalMark: '.' | ','): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/^([₴€$£₽₾]|[A-Za-z]{3})/, '')
    .replace(/([₴€$£₽₾]|\p{L}{2,4}\.?)$/u, '');
  const groupMark = decimalMark === '.' ? ',' : '\\.';
  const mark = decimalMark === '.' ? '\\.' : ',';
  const pattern = new RegExp(`^([+-]?)(\\d{1,3}(?:${groupMark}\\d{3})+|\\d+)(?:${mark}(\\d+))?$`);
  const match = pattern.exec(signInFront(plain.replace('−', '-')));
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = DECIMALS[currency] ?? 2;
  const cents = fraction.replace(/0+$/, '');
  if (cents.length > decimals) return null;
  const minor = Number(whole.replace(/\D/g, '')) * 10 ** decimals + Number(cents.padEnd(decimals, '0') || 0);
  if (!Number.isSafeInteger(minor)) return null;
  return sign === '-' ? -minor : minor;
}

/** Bookkeepers write a sum taken off as `100.00-` or `(100.00)`. */
function signInFront(text: string): string {
  const behind = /^(\d.*)-$/.exec(text) ?? /^\((\d.*)\)$/.exec(text);
  return behind === null ? text : `-${behind[1]}`;
}

/** The amount as `readAmount` reads it, with a point as decimal mark. */
export function amountText(minor: number, currency: string): string {
  const decimals = DECIMALS[currency] ?? 2;
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const fraction = decimals === 0 ? '' : `.${digits.slice(split)}`;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, split)}${fraction}`;
}
