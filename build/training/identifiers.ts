import type { Chance } from './random.ts';

export type Country = 'UA' | 'MD' | 'RO';

/** Numbers of the `000` blocks: valid by format, not given to anybody. */
export function phoneNumber(country: Country, serial: number): string {
  const tail = String(serial).padStart(country === 'UA' ? 4 : 3, '0');
  if (country === 'UA') return `+38050000${tail}`;
  return country === 'MD' ? `+37360000${tail}` : `+40720000${tail}`;
}

/** 15 digits with a valid Luhn check digit; the type allocation code 35000000 belongs to no device. */
export function imei(serial: number): string {
  const body = `35000000${String(serial).padStart(6, '0')}`;
  let sum = 0;
  for (const [index, digit] of [...body].entries()) {
    const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  }
  return body + ((10 - (sum % 10)) % 10);
}

function remainder97(text: string): number {
  let rest = 0;
  for (const sign of text)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}
/** ISO 13616 with a bank code nobody has: RO FICT, MD FX, UA 000999. */
export function iban(country: Country, serial: number): string {
  const bank = { RO: 'FICT', MD: 'FX', UA: '000999' }[country];
  const length = { RO: 24, MD: 24, UA: 29 }[country] - 4;
  const body = bank + String(serial).padStart(length - bank.length, '0');
  const check = 98 - remainder97(`${body}${country}00`);
  return `${country}${String(check).padStart(2, '0')}${body}`;
}

const PLATE_LETTERS = ['A', 'B', 'C', 'E', 'H', 'K', 'M', 'P', 'T', 'X'];
/** Ukraine `BH 0047 KX`, Moldova `ZZK 017`, Romania `IS 07 ZZK`. */
export function plate(country: Country, serial: number, chance: Chance): string {
  const letter = () => chance.pick(PLATE_LETTERS);
  if (country === 'UA')
    return `${chance.pick(['BH', 'CE', 'AB', 'BX'])} 00${String(serial).padStart(2, '0')} ${letter()}${letter()}`;
  if (country === 'MD') return `ZZ${letter()} 0${String(serial).padStart(2, '0')}`;
  return `${chance.pick(['IS', 'SV', 'VS', 'GL'])} ${String((serial % 98) + 1).padStart(2, '0')} ZZ${letter()}`;
}
const LATIN_TO_CYRILLIC: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  I: 'І',
  O: 'О',
};
/** The same plate as a Ukrainian register writes it: Cyrillic letters that look the same. */
export function cyrillicPlate(latin: string): string {
  return [...latin].map((sign) => LATIN_TO_CYRILLIC[sign] ?? sign).join('');
}

const VIN_VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** 17 signs with the ISO 3779 check digit in place 9. */
export function vin(maker: string, serial: number): string {
  const body = `${maker}ZZZ00`.slice(0, 8).padEnd(8, '0');
  const raw = `${body}0ZX${String(serial).padStart(6, '0')}`;
  const sum = [...raw].reduce(
    (total, sign, index) => total + (VIN_VALUES.indexOf(sign) % 10) * (VIN_WEIGHTS[index] ?? 0),
    0,
  );
  const check = sum % 11 === 10 ? 'X' : String(sum % 11);
  return raw.slice(0, 8) + check + raw.slice(9);
}
