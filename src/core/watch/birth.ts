import { isPartialDate } from '../time/partial-date.ts';
import { type DateOrder, timeReader } from '../time/read-time.ts';

const UNKNOWN_PART = /(?<=^\d{4}([-./]\d{2})?)([-./]00)+$|^(00[-./])+(?=(\d{2}[-./])?\d{4}$)/;
const ABOUT = /^(?:circa|about|approx\.?|ca?\.|~|≈|прибл\.?|близько|около|aprox\.?|cca\.?)\s*(?=\d)/iu;
const PLAIN = { year: 4, month: 7, day: 10 } as const;

/**
 * A date of birth as far as it is known: a year, a month or a day. "00" for a day or month nobody knows and words for
 * "about" leave the part that is certain. Null where nothing can be read with certainty.
 */
export function birthDateReader(order: DateOrder): (text: string, today: string) => string | null {
  const orders = [...new Set<DateOrder>([order, 'dmy', 'ymd'])].map((one) => timeReader(one, 'UTC'));
  return (text, today) => {
    const known = readPart(text.normalize('NFKC').trim(), orders);
    return known === null || known > today || known < '1850' ? null : known;
  };
}

function readPart(text: string, readers: readonly ReturnType<typeof timeReader>[]): string | null {
  const isAbout = ABOUT.test(text);
  const plain = text.replace(ABOUT, '').replace(UNKNOWN_PART, '');
  if (isPartialDate(plain)) return isAbout ? plain.slice(0, 4) : plain;
  for (const read of readers) {
    const found = read(plain);
    if (found === null) continue;
    const digits =
      found.precision === 'year' || found.precision === 'month' ? PLAIN[found.precision] : PLAIN.day;
    return new Date(found.at).toISOString().slice(0, isAbout ? 4 : digits);
  }
  return null;
}

const BIRTH_VERDICTS = ['same', 'fits', 'swapped', 'differs'] as const;
type BirthVerdict = (typeof BIRTH_VERDICTS)[number];

/** The best that any two of the dates say of each other; null where one side has none. */
export function compareBirthDates(left: readonly string[], right: readonly string[]): BirthVerdict | null {
  const [one] = left;
  const [other] = right;
  if (one === undefined || other === undefined) return null;
  if (left.length === 1 && right.length === 1) return compareTwo(one, other);
  let best: BirthVerdict | null = null;
  for (const a of left) {
    for (const b of right) {
      const verdict = compareTwo(a, b);
      if (best === null || BIRTH_VERDICTS.indexOf(verdict) < BIRTH_VERDICTS.indexOf(best)) best = verdict;
    }
  }
  return best;
}

function compareTwo(a: string, b: string): BirthVerdict {
  if (a === b) return a.length === PLAIN.day ? 'same' : 'fits';
  if (a.startsWith(b) || b.startsWith(a)) return 'fits';
  if (!a.startsWith(b.slice(0, 4))) return 'differs';
  const [year, month, day] = a.split('-');
  return day !== undefined && b === `${year}-${day}-${month}` ? 'swapped' : 'differs';
}
