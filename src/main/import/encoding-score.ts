/** How much a text looks like one somebody wrote, so that the decoding that gives it can be told from the wrong ones. */

const FREQUENT_CYRILLIC = new Map(
  [...'оаинетврісклдмупязьбгчхйжшюцєїщфыэ'].map((letter, at) => [letter, 1 - at / 60]),
);
const RARE_CYRILLIC = new Set('ґъёў');
/** Slovak has them in a handful of words; French and Spanish bytes give them on every line. */
const RARE_LATIN = new Set('ŕĺ');
const VOWELS = new Set('аеєиіїоуюяыэёў');

/** Letters beyond ASCII by language: a text in one language has no others. */
const ALPHABETS: readonly ReadonlySet<string>[] = [
  'ăâîșțşţ',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'čćđšž',
  'àâæçèéêëîïôœùûüÿ',
  'äöüß',
  'áéíñóúü',
  'ãáâàçéêíóôõú',
  'àèéìòù',
  'åäöæøé',
  'ąčęėįšųūž',
  'āčēģīķļņšūž',
  'äõöüšž',
  'çğıöşüâî',
].map((letters) => new Set(letters));

const MARKS = /[«»“”„‘’–—№°§\u00A0€…]/;

/** About −2 … 1.4. */
export function plausibility(text: string): number {
  const alphabet = bestAlphabet(text);
  let score = 0;
  let count = 0;
  let before = '';
  for (const letter of text) {
    if (letter > '\u007f') {
      count += 1;
      score += letterScore(letter, before, alphabet);
    } else if (isCyrillic(before) && /[a-z]/i.test(letter)) score -= 1;
    before = letter;
  }
  return count === 0 ? 0 : score / count + rhythm(text);
}

function letterScore(letter: string, before: string, alphabet: ReadonlySet<string>): number {
  const lower = letter.toLowerCase();
  if (letter !== lower && /\p{Ll}/u.test(before)) return -1.5;
  if (isCyrillic(letter)) {
    if (/[a-z»”]/i.test(before)) return -1;
    return FREQUENT_CYRILLIC.get(lower) ?? (RARE_CYRILLIC.has(lower) ? -0.2 : -0.9);
  }
  if (/\p{L}/u.test(letter)) {
    if (before > '\u007f' && /\p{L}/u.test(before)) return -0.5;
    if (!alphabet.has(lower)) return -0.6;
    return RARE_LATIN.has(lower) ? 0.1 : 0.8;
  }
  return MARKS.test(letter) ? 0.2 : -2;
}

function isCyrillic(letter: string): boolean {
  return letter >= '\u0400' && letter <= '\u04ff';
}

function bestAlphabet(text: string): ReadonlySet<string> {
  const letters = [...text.toLowerCase()].filter((letter) => letter > '\u007f' && !isCyrillic(letter));
  let best: ReadonlySet<string> = new Set();
  let most = 0;
  for (const alphabet of ALPHABETS) {
    const covered = letters.filter((letter) => alphabet.has(letter)).length;
    if (covered > most) [best, most] = [alphabet, covered];
  }
  return best;
}

/** Vowels and consonants take turns in Cyrillic words; in capitals nothing else tells the encodings apart. */
function rhythm(text: string): number {
  let turns = 0;
  let pairs = 0;
  let before = '';
  for (const letter of text.toLowerCase()) {
    if (isCyrillic(letter) && isCyrillic(before)) {
      pairs += 1;
      if (VOWELS.has(letter) !== VOWELS.has(before)) turns += 1;
    }
    before = letter;
  }
  return pairs === 0 ? 0 : 0.8 * (turns / pairs - 0.5);
}
