import { type Script, scriptOf, unmixWord } from './script.ts';
import { CYRILLIC_TABLES, GEORGIAN_TABLES, type RomanisationTable } from './tables.ts';

const APOSTROPHES = /['’ʼ`´]/g;
/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** One text by one table; what the table does not know stays. Lower case. */
export function romanise(text: string, table: RomanisationTable): string {
  const lower = text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '');
  let result = '';
  let isInitial = true;
  for (let at = 0; at < lower.length; at += 1) {
    const letter = lower.charAt(at);
    const pair = table.pairs[lower.slice(at, at + 2)];
    if (pair !== undefined) {
      result += pair;
      at += 1;
    } else {
      result += (isInitial ? table.initial[letter] : undefined) ?? table.letters[letter] ?? letter;
    }
    isInitial = !/\p{L}/u.test(letter);
  }
  return result;
}

/** Latin text without marks, both Romanian spellings of ș and ț included; lower case, single blanks. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßæœı]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Every official Latin spelling of a text (Ukrainian 2010 and 2007, Russian passport and everyday, Georgian),
 * folded, without repeats; a Latin text gives its folded form. For search copies and comparison, never for display.
 */
export function transliterations(text: string): string[] {
  const clean = unmixed(text);
  const script = scriptOf(clean);
  if (script === 'latin' || script === 'none') return clean.trim() === '' ? [] : latinSpellings(clean);
  return [...new Set(tablesFor(script).map((table) => foldLatin(romanise(clean, table))))];
}

function unmixed(text: string): string {
  return text.normalize('NFKC').split(/\s+/).map(unmixWord).join(' ');
}

function tablesFor(script: Script): readonly RomanisationTable[] {
  return script === 'georgian' ? GEORGIAN_TABLES : [...CYRILLIC_TABLES, ...georgianToo(script)];
}

/** Romanian ș and ț are also written sh and ts by everybody who transliterates from Cyrillic. */
function latinSpellings(text: string): string[] {
  const sounded = text.replace(/[șş]/gi, 'sh').replace(/[țţ]/gi, 'ts');
  return [...new Set([foldLatin(text), foldLatin(sounded)])];
}

function georgianToo(script: Script): readonly RomanisationTable[] {
  return script === 'mixed' ? GEORGIAN_TABLES : [];
}

/** The first (current passport) spelling, folded: the plain key of a name. The others are not worked out for it. */
export function foldName(text: string): string {
  const clean = unmixed(text);
  const script = scriptOf(clean);
  const [table] = script === 'latin' || script === 'none' ? [] : tablesFor(script);
  return foldLatin(table === undefined ? clean : romanise(clean, table));
}
