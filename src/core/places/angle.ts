/** One angle as somebody wrote it: degrees, and the axis where a letter or word says it. */
export interface Angle {
  readonly degrees: number;
  readonly axis: 'latitude' | 'longitude' | null;
}

const NORTH = 'N|NORTH|NORD|С|C|СШ|CШ|ПН|ПНШ|ПІВН|ПІВНШ|ПІВНІЧ|СЕВ|СЕВЕР';
const SOUTH = 'S|SOUTH|SUD|Ю|ЮШ|ПД|ПДШ|ПІВД|ПІВДШ|ПІВДЕНЬ|ЮГ';
const EAST = 'E|EAST|EST|Е|В|B|ВД|BД|СХ|СХД|СХІД|ВОСТ|ВОСТОК';
const WEST = 'W|WEST|V|VEST|З|ЗД|ЗХ|ЗХД|ЗАХ|ЗАХД|ЗАХІД|ЗАП|ЗАПАД';
const SIDES: readonly (readonly [string, Angle['axis'], 1 | -1])[] = [
  [NORTH, 'latitude', 1],
  [SOUTH, 'latitude', -1],
  [EAST, 'longitude', 1],
  [WEST, 'longitude', -1],
];
const WORDS = new Map(
  SIDES.flatMap(([words, axis, sign]) => words.split('|').map((word) => [word, { axis, sign }] as const)),
);

/** Signs of many typewriters and phones made one each; letters large. */
export function plainSigns(text: string): string {
  return text
    .trim()
    .replace(/[º˚∘⁰]/g, '°')
    .replace(/['′’‘ʹ´`ʼ]{2}|[″”“„ʺ]/g, '"')
    .replace(/[′’‘ʹ´`ʼ]/g, "'")
    .replace(/[−–—]/g, '-')
    .replace(/\s+/g, ' ')
    .toUpperCase()
    .replace(/(ГРАДУС\p{L}*|ГРАД\.?|GRADE|DEG\.?|GRD\.?)/gu, '°')
    .replace(/(МИНУТ\p{L}*|МИН\.?|ХВИЛИН\p{L}*|ХВ\.?|MINUTE|MIN\.?)/gu, "'")
    .replace(/(СЕКУНД\p{L}*|СЕК\.?|SECUNDE|SEC\.?)/gu, '"');
}

/**
 * Decimal degrees, or degrees with minutes and seconds, with a sign or the side in English, Ukrainian, Russian or
 * Romanian, before or behind. Null where it is none or a part has sixty or more.
 */
export function readAngle(written: string): Angle | null {
  const text = plainSigns(written);
  const before = /^(\p{L}[\p{L}. ]*?)[\s:]*(?=[\d+-])/u.exec(text)?.[1] ?? '';
  const behind = /[\d°'"\s](\p{L}[\p{L}. ]*)$/u.exec(text)?.[1] ?? '';
  if (before !== '' && behind !== '') return null;
  const word = (before || behind).replace(/[. ]/g, '');
  const side = word === '' ? { axis: null, sign: 1 } : WORDS.get(word);
  if (side === undefined) return null;
  const number = text.slice(before.length, text.length - behind.length).replace(/^[\s:]+|[\s,]+$/g, '');
  const degrees = plainDegrees(number) ?? sexagesimal(number) ?? (side.axis === null ? null : packed(number));
  if (degrees === null || (side.axis !== null && /^[+-]/.test(number))) return null;
  return { degrees: degrees * side.sign, axis: side.axis };
}

function plainDegrees(text: string): number | null {
  const match = /^([+-]?\d{1,3}(?:[.,]\d+)?) ?°?$/.exec(text);
  return match?.[1] === undefined ? null : Number(match[1].replace(',', '.'));
}

const PARTS =
  /^([+-])? ?(\d{1,3}) ?[° :-] ?(\d{1,2}(?:[.,]\d+)?)(?: ?[' :-] ?(\d{1,2}(?:[.,]\d+)?) ?["']?| ?')?$/;

function sexagesimal(text: string): number | null {
  const match = PARTS.exec(text);
  if (match === null) return null;
  const [, sign = '', degrees = '', minutes = '', seconds] = match;
  if (seconds !== undefined && /[.,]/.test(minutes)) return null;
  return added(sign === '-' ? -1 : 1, degrees, minutes, seconds ?? '0');
}

/** Of receivers and flight plans: 5027.1234, 502700, 0303100; only beside a letter, else it may be metres. */
function packed(text: string): number | null {
  const match = /^(\d{2,3})(\d{2})(?:(\d{2})|(\.\d+))$/.exec(text);
  if (match === null) return null;
  const [, degrees = '', minutes = '', seconds = '0', fraction = ''] = match;
  return added(1, degrees, `${minutes}${fraction}`, seconds);
}

function added(sign: number, degrees: string, minutes: string, seconds: string): number | null {
  const [whole, sixtieth, second] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (whole === undefined || sixtieth === undefined || second === undefined) return null;
  if (sixtieth >= 60 || second >= 60) return null;
  return sign * (whole + sixtieth / 60 + second / 3600);
}
