import type { NameWish } from './compare.ts';
import { daitchMokotoff } from './daitch-mokotoff.ts';
import type { Token } from './parse-person.ts';
import { type PreparedName, prepareName } from './prepare.ts';
import { coarse } from './sound/index.ts';
import type { PreparedWord } from './word.ts';
import { prepareWord } from './word.ts';

/** Signs of `sound/` as the letters Daitch–Mokotoff knows; this is also the map from Romanian and Polish spelling. */
const LETTERS: Readonly<Record<string, string>> = { S: 'sh', Z: 'zh', C: 'ch', c: 'ts', g: 'h' };

/**
 * Keys under which a name is looked up; two spellings of one name share at least one. Given names and fathers' names make
 * no key where the name tells the surname: half a register shares them.
 */
export function blockingKeys(text: string | PreparedName, wish: NameWish = {}): string[] {
  const name = typeof text === 'string' ? prepareName(text, wish.givenNames) : text;
  if (name.isTooLong || name.key === '') return name.key === '' ? [] : [`=${name.key.slice(0, 60)}`];
  const keys = new Set<string>();
  for (const word of wordsFor(name, wish)) for (const key of keysOf(word)) keys.add(key);
  if (keys.size === 0) keys.add(`=${name.key}`);
  return [...keys].sort();
}

function wordsFor(name: PreparedName, wish: NameWish): PreparedWord[] {
  const { organisation } = name;
  const isCompany =
    wish.kind === 'organisation' || (wish.kind === undefined && organisation.isCertain && !isSole(name));
  if (isCompany && !isSole(name)) return organisation.core.map((word) => prepareWord(word, name.givenNames));
  const { tokens, former } = name.person();
  const company = wish.kind === undefined && organisation.forms.length > 0 ? organisation.core : [];
  return [...surnameWords(tokens), ...former, ...company.map((word) => prepareWord(word, name.givenNames))];
}

const isSole = (name: PreparedName): boolean => name.organisation.forms.includes('sole-trader');

function surnameWords(tokens: readonly Token[]): PreparedWord[] {
  const full = tokens.filter((token) => !token.word.isInitial);
  const surnames = full.filter((token) => token.role === 'surname' || token.role === 'any');
  return (surnames.length > 0 ? surnames : full).map((token) => token.word);
}

/**
 * Codes of every reading, with and without what sex and language add; of the form without
 * marks; a word no table reads is its own key. */
function keysOf(word: PreparedWord): string[] {
  if (word.sounds.length === 0) return [`=${word.text}`];
  const keys = new Set<string>();
  for (const { stem } of word.stems) {
    for (const code of daitchMokotoff(spelled(coarseVowels(stem)))) keys.add(code);
  }
  const [plain = ''] = word.spellings;
  if (plain !== word.text) for (const code of daitchMokotoff(plain)) keys.add(code);
  return [...keys];
}

const coarseVowels = (sound: string): string => coarse(sound).replace(/^[aeiou]+/, 'a');

const spelled = (sound: string): string => [...sound].map((sign) => LETTERS[sign] ?? sign).join('');

/**
 * Keys of a person's given names, beside those of the surname: who shares both is likelier one person than who shares the
 * surname only. Equivalent names (Oleksandr, Sándor) have one; an initial has none.
 */
export function givenNameKeys(text: string | PreparedName, wish: NameWish = {}): string[] {
  const name = typeof text === 'string' ? prepareName(text, wish.givenNames) : text;
  if (name.isTooLong || name.key === '') return [];
  const given = name.person().tokens.filter(({ role, word }) => role === 'given' && !word.isInitial);
  return [...new Set(given.flatMap(({ word }) => keysOfGiven(word)))].map((key) => `~${key}`).sort();
}

const keysOfGiven = (word: PreparedWord): string[] =>
  word.given.length > 0 ? word.given.map(String) : keysOf(word);
