import { foldName } from '../../core/names/index.ts';
import { firstDay, lastDay, readPartialDay } from '../../core/search/days.ts';
import { fitsPattern } from '../../core/search/index.ts';
import type { NameModes } from '../../core/search/modes.ts';
import type { SearchTerm } from '../../core/search/query.ts';
import { foldedWords, holdsExactly, type KnownText, knownTexts } from './facts.ts';
import type { Candidate, Look, Why } from './look.ts';
import { meansNumber } from './number-keys.ts';

type Of<K extends SearchTerm['kind']> = Extract<SearchTerm, { kind: K }>;

/** What no index says is looked at record by record, among the few that are left. */
export function checked<C extends Candidate>(
  look: Look,
  candidates: readonly C[],
  driver: SearchTerm | null,
): C[] {
  const tests = look.query.terms.flatMap((term) => {
    const test = testOf(look, term, term === driver);
    return test === null
      ? []
      : [(texts: readonly KnownText[], why: Why) => test(texts, why) !== term.excluded];
  });
  if (tests.length === 0 || candidates.length === 0) return [...candidates];
  const known = knownTexts(
    look.database,
    candidates.map(({ seq }) => seq),
  );
  return candidates.filter(({ seq, why }) => tests.every((test) => test(known.get(seq) ?? [], why)));
}

function testOf(
  { modes }: Look,
  term: SearchTerm,
  isDriver: boolean,
): ((texts: readonly KnownText[], why: Why) => boolean) | null {
  switch (term.kind) {
    case 'words':
    case 'phrase':
      return modes.diacritics ? null : (texts, why) => exactly(modes, term, isDriver ? why : null, texts);
    case 'word-pattern':
      return (texts) => fitsAWord(texts, term.pattern);
    case 'number':
      return isDriver
        ? null
        : (texts) => texts.some((text) => isNumberOf(term, text)) || holdsWords(texts, term.words);
    case 'identifier':
      return isDriver ? null : (texts) => texts.some((text) => isNumberOf(term, text));
    case 'property':
      return (texts) => texts.some((text) => isProperty(term, text));
    case 'born':
      return (texts) => texts.some((text) => isBorn(term, text));
    default:
      return null;
  }
}

/** Marks count: for what was found by its written words, and where no other mode could have found it. */
function exactly(
  modes: NameModes,
  { words, excluded }: Of<'words'> | Of<'phrase'>,
  why: Why | null,
  texts: readonly KnownText[],
): boolean {
  const { transliterated, givenNames, phonetic } = modes;
  const byOthers = transliterated || givenNames || phonetic;
  if (!excluded && (why === null ? byOthers : why !== 'words')) return true;
  return holdsExactly(texts, words, !byOthers);
}

/** Gaps stand for letters, so that the letters around them are folded one by one. */
function fitsAWord(texts: readonly KnownText[], pattern: string): boolean {
  const folded = pattern
    .split(/([?*])/)
    .map((part) => (/^[?*]$/.test(part) ? part : foldName(part)))
    .join('');
  return texts.some(({ value }) => foldedWords(value).some((word) => fitsPattern(word, folded)));
}

function isNumberOf(term: Of<'number'> | Of<'identifier'>, { field, value, key }: KnownText): boolean {
  return key !== undefined && meansNumber(term, field, key, value);
}

function holdsWords(texts: readonly KnownText[], words: readonly string[]): boolean {
  const known = texts.flatMap(({ value }) => foldedWords(value));
  return words.length > 0 && words.map(foldName).every((word) => known.some((one) => one.startsWith(word)));
}

function isProperty({ property, value }: Of<'property'>, text: KnownText): boolean {
  if (foldName(text.field) !== foldName(property)) return false;
  const known = foldedWords(text.value);
  return foldedWords(value).every((word) => known.some((one) => one.startsWith(word)));
}

/** A date that is known in part means every day of it. */
function isBorn({ from, to }: Of<'born'>, { field, value }: KnownText): boolean {
  if (field !== 'birthDate') return false;
  const known = readPartialDay(value.slice(0, 10));
  if (known === null) return false;
  return (from === null || lastDay(known) >= from) && (to === null || firstDay(known) <= to);
}
