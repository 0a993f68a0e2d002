/** One official romanisation, by rules a reader can check against its source. Lower case on both sides. */
export interface RomanisationTable {
  readonly name: string;
  readonly letters: Readonly<Record<string, string>>;
  /** At the beginning of a word. */
  readonly initial: Readonly<Record<string, string>>;
  /** Two letters together that are not the sum of both. */
  readonly pairs: Readonly<Record<string, string>>;
  /** A letter after one of `after.letters`, where it is written otherwise there. */
  readonly after?: { readonly letters: string; readonly map: Readonly<Record<string, string>> };
  /** Two letters that are written otherwise at the end of a word. */
  readonly final?: Readonly<Record<string, string>>;
}

/** "а a,б b" → record; a letter without a second part is dropped. */
export function letters(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [letter = '', roman = ''] = pair.split(' ');
      return [letter, roman];
    }),
  );
}

/** What all tables of East Slavic alphabets here have in common. */
export const COMMON =
  'а a,б b,в v,д d,ж zh,з z,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch';

const LETTER = /\p{L}/u;

/** One lower-case text by one table; what the table does not know stays. Runs on every label of an import. */
export function romaniseLower(lower: string, table: RomanisationTable): string {
  let result = '';
  let before = '';
  for (let at = 0; at < lower.length; at += 1) {
    const letter = lower.charAt(at);
    const pair = pairAt(lower, at, table);
    if (pair === undefined) {
      result += oneLetter(letter, before, table);
      before = letter in table.letters || LETTER.test(letter) ? letter : '';
    } else {
      result += pair;
      at += 1;
      before = lower.charAt(at);
    }
  }
  return result;
}

function pairAt(lower: string, at: number, table: RomanisationTable): string | undefined {
  const two = lower.slice(at, at + 2);
  const pair = table.pairs[two];
  if (table.final === undefined || pair !== undefined) return pair;
  const final = table.final[two];
  const isEnd = final !== undefined && !LETTER.test(lower.charAt(at + 2));
  return isEnd ? final : undefined;
}

/** `before` is empty at the beginning of a word. */
function oneLetter(letter: string, before: string, table: RomanisationTable): string {
  if (before === '') {
    const initial = table.initial[letter];
    if (initial !== undefined) return initial;
  } else if (table.after?.letters.includes(before)) {
    const special = table.after.map[letter];
    if (special !== undefined) return special;
  }
  return table.letters[letter] ?? letter;
}
