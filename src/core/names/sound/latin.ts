import { withoutMarks } from '../tables/machine-readable.ts';
import { letters } from '../tables/table.ts';

type Rules = readonly (readonly [RegExp, string])[];

/** One way of reading Latin letters. `sign`: only words that show a trace of that spelling are read so. */
interface Reader {
  readonly sign: RegExp | null;
  readonly rules: Rules;
}

/** Letters with marks by sound, where the mark says it, Q for ts; the rest loses its mark. */
const MARKED: Readonly<Record<string, string>> = letters(
  'š S,ś [S|s],ș S,ž Z,ż Z,ź [z|Z],č C,ć [C|Q],ț Q,ř [rZ|Z|r],ą [om|on|a],ę [em|en|e],ó [o|u],ô o,ů u,ă [a|e],â [a|i],î i,õ [o|i],ő [o|e],ö [o|e],ű [u|iu],ü [u|iu],ä [a|e],ń n,ň n,ð d,đ d,ł l,ß ss,æ e,ø o,ə [a|e],ç C,ğ g,ĺ l,ľ l,ť t,ď d',
);
const SHCH: Rules = [[/shtsh|schtsch|shch|szcz|sc(?=C)/g, 'S']];
const FRONT = '(?=[eiyEI])';

/** Official romanisations and English. */
const ROMANISED: Reader = {
  sign: null,
  rules: [
    ...SHCH,
    [/sch/g, 'S'],
    [/sh/g, 'S'],
    [/tch|ch/g, 'C'],
    [/kh|gh/g, 'g'],
    [/dzh|zh|j/g, 'Z'],
    [/ph/g, 'f'],
    [/th/g, 't'],
    [/tz/g, 'Q'],
    [/ck/g, 'k'],
    [new RegExp(`(?<!t)c${FRONT}`, 'g'), 'c'],
    [/(?<!t)c(?![eiy])/g, 'k'],
  ],
};

/** Romanian, also of Moldova: c and g before e and i, ch and gh for k and g, a silent i at the end, ea for я. */
const ROMANIAN: Reader = {
  sign: /^(?!.*(?:[kwyq]|[sz]h)).*(?:[cgj]|ea|[^aeiou]i$)/,
  rules: [
    [/ch(?=[ei])/g, 'k'],
    [/gh(?=[ei])/g, 'g'],
    [/ch/g, 'C'],
    [/c[ei](?=[aou])/g, 'C'],
    [/c(?=[ei])/g, 'C'],
    [/(?<!t)c/g, 'k'],
    [/tc/g, 'tk'],
    [/g[ei](?=[aou])/g, 'Z'],
    [/j/g, 'Z'],
    [/ea/g, 'a'],
    [/(?<=[^aeiou])(?<!sk|Qk|ck)i$/g, ''],
  ],
};

/** Polish, Czech, Slovak, the Baltic languages, Serbian, Belarusian: c is ts, j is y, ch is kh. */
const SLAVIC: Reader = {
  sign: /[cjw]|sz|rz|zs|dz/,
  rules: [
    ...SHCH,
    [/sh/g, 'S'],
    [/(?<=[pkt]|ch)rz/g, '[S|Z]'],
    [/zh|rz/g, 'Z'],
    [/(?<![SZC].*)ch(?=uk$|en[kc]o|[iy]k|uc$|ov|ev)(?!.*[SZC])/g, 'C'],
    [/kh|ch/g, 'g'],
    [/ci(?=[aou])/g, 'C'],
    [/cz/g, 'C'],
    [/sz/g, 'S'],
    [/ck/g, 'ck'],
    [/j/g, 'i'],
  ],
};

const HUNGARIAN: Reader = {
  sign: /cs|sz|zs|gy|ny|ly|ty|ch$|s$/,
  rules: [
    [/sz/g, '5'],
    [/zs/g, 'Z'],
    [/cs/g, 'C'],
    [/s/g, 'S'],
    [/5/g, 's'],
    [/dj|dgy|gy/g, 'd'],
    [/ly/g, 'i'],
    [/ny/g, 'n'],
    [/ty/g, 't'],
    [/tz|cz/g, 'c'],
    [/j/g, 'i'],
  ],
};

/** Belarusian passports: u for a short v, dz and ts for soft d and t. */
const BELARUSIAN: Reader = {
  sign: /[aeo]u(?=[^aeiouy]|$)|dz[iey]|tsi/,
  rules: [
    ...ROMANISED.rules,
    [/(?<=[aeo])u(?=[^aeiouy]|$)/g, 'v'],
    [/tsi/g, 'ti'],
    [/dz(?=[eiy])(?!e$)/g, 'd'],
  ],
};

/** French and German, as passports of the Soviet Union and later were written. */
const WESTERN: Reader = {
  sign: /ou|tch|sch|dj|ja|ju|ts[hc]|[aeiouy]chen[kc]o/,
  rules: [
    [/schtsch|chtch|stsch/g, 'S'],
    [/tsch|tsh|tch/g, 'C'],
    [/sch|ch|sh/g, 'S'],
    [/ou/g, 'u'],
    [/kh|gh/g, 'g'],
    [/dj/g, 'Z'],
    [/j(?=[aou])/g, '[Z|i]'],
    [/j/g, 'Z'],
    [/gu(?=[ei])/g, 'g'],
    [/(?<=[^aeiou])ine$/g, 'in'],
  ],
};

const READERS: readonly Reader[] = [ROMANISED, ROMANIAN, SLAVIC, HUNGARIAN, BELARUSIAN, WESTERN];

/** Kiselyov, Soloviov: the Russian ё, which others write e. */
const SOFT_O = /(?<=[^aeiouycg\]])(?:yo|io|jo)(?=[^u])/g;

/** Readings of one lower-case Latin word, with choices in square brackets. */
export function latinReadings(lower: string): string[] {
  const marked = lower
    .normalize('NFC')
    .replace(/\P{ASCII}/gu, (letter) => MARKED[letter] ?? withoutMarks(letter));
  const soft = marked.replace(SOFT_O, '[io|e]');
  const plain = withoutMarks(lower);
  const found = new Set<string>();
  for (const { sign, rules } of READERS) {
    if (sign !== null && !sign.test(plain)) continue;
    let reading = soft;
    for (const [pattern, replacement] of rules) reading = reading.replace(pattern, replacement);
    found.add(reading);
  }
  return [...found];
}
