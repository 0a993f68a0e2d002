import { cleanName } from './clean.ts';
import { defaultGivenNames, type GivenNames } from './given-names.ts';
import { soundsOf } from './sound/index.ts';
import { spellingsOfWord } from './transliterate.ts';

/** Spellings in Latin letters of the names that are the same one as this; none where no list knows it. */
export function givenNamesLike(word: string, given: GivenNames = defaultGivenNames()): readonly string[] {
  const lower = cleanName(word).text.toLowerCase();
  const families = given.familiesOf(lower, spellingsOfWord(lower), soundsOf(lower));
  return [...new Set(families.flatMap((id) => [...(given.family(id)?.spellings ?? [])]))];
}
