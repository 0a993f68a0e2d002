import { cleanName } from './clean.ts';
import { hasForeignLetters, type Script, scriptOf } from './script.ts';
import { CYRILLIC_TABLES, GEORGIAN_TABLES, SEARCH_TABLES } from './tables/index.ts';
import { machineReadable, withoutMarks } from './tables/machine-readable.ts';
import { type RomanisationTable, romaniseLower } from './tables/table.ts';

const APOSTROPHES = /['’ʼ`´]/g;

/** One text by one table; what the table does not know stays. Lower case. */
export function romanise(text: string, table: RomanisationTable): string {
  return romaniseLower(text.normalize('NFC').toLowerCase().replace(APOSTROPHES, ''), table);
}

/** Latin text without marks, both Romanian spellings of ș and ț included; lower case, single blanks. */
export function foldLatin(text: string): string {
  return withoutMarks(text.normalize('NFKC').toLowerCase())
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The usual Latin spellings of a text (Ukrainian 2010 and 2007, Russian passport and everyday, Georgian), folded,
 * without repeats; a Latin text gives its folded form. For search copies, never for display.
 */
export function transliterations(text: string): string[] {
  const clean = cleanName(text).text;
  const script = scriptOf(clean);
  if (script === 'latin' || script === 'none') return clean === '' ? [] : latinSpellings(clean);
  const lower = clean.toLowerCase();
  return [...new Set(tablesFor(script).map((table) => romaniseLower(lower, table)))]
    .map(foldLatin)
    .filter(isFirst);
}

const isFirst = (text: string, at: number, all: readonly string[]): boolean => all.indexOf(text) === at;

function tablesFor(script: Script): readonly RomanisationTable[] {
  if (script === 'georgian') return GEORGIAN_TABLES;
  return script === 'mixed' ? [...SEARCH_TABLES, ...GEORGIAN_TABLES] : SEARCH_TABLES;
}

/** Romanian ș and ț are also written sh and ts by everybody who transliterates from Cyrillic. */
function latinSpellings(text: string): string[] {
  const sounded = text.replace(/[șş]/gi, 'sh').replace(/[țţ]/gi, 'ts');
  return [...new Set([foldLatin(text), foldLatin(sounded)])];
}

/** The first (current passport) spelling, folded: the plain key of a name. The others are not worked out for it. */
export function foldName(text: string): string {
  const clean = cleanName(text).text;
  const script = scriptOf(clean);
  const [table] = script === 'latin' || script === 'none' ? [] : tablesFor(script);
  return foldLatin(table === undefined ? clean : romanise(clean, table));
}

/**
 * Every official Latin spelling of one clean lower-case word, for comparison: all tables of its alphabet, the forms of the
 * machine-readable zone for Latin letters with marks. A word of an alphabet no table knows stands for itself alone.
 */
export function spellingsOfWord(lower: string): string[] {
  if (hasForeignLetters(lower)) return [lower];
  const script = scriptOf(lower);
  if (script === 'latin') return machineReadable(lower);
  if (script === 'none') return [lower];
  const tables = script === 'georgian' ? GEORGIAN_TABLES : CYRILLIC_TABLES;
  return [...new Set(tables.map((table) => withoutMarks(romaniseLower(lower, table))))];
}
