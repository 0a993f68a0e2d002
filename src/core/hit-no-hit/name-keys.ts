import { blockingKeys } from '../names/index.ts';
import { isDay } from '../time/partial-date.ts';

/** So many words of one name and sounds of one word; more are no name but a list. */
const MOST_WORDS = 6;
const MOST_SOUNDS = 8;

/**
 * Keys of one name with a whole date of birth. Each is two words of the name by their sound, in no order, so that the
 * order of words, an alphabet or a father's name that only one side has do not matter; one word alone is everybody's.
 */
export function nameKeys(name: string, birthDate: string): string[] {
  if (!isDay(birthDate)) return [];
  const words = name
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => blockingKeys(word).slice(0, MOST_SOUNDS));
  const keys = new Set<string>();
  for (const [at, left] of words.entries()) {
    for (const right of words.slice(at + 1)) {
      for (const one of left)
        for (const other of right) if (one !== other) keys.add([...[one, other].sort(), birthDate].join(' '));
    }
  }
  return [...keys];
}

/** Names by which two programs find out whether they make the same keys of a name. */
const SAMPLE = [
  'Олександр Ткачук',
  'Alexandru Tcaciuc',
  'Щербакова Галина Георгіївна',
  'Szczepan Wójcik',
  'გიორგი ბერიძე',
  'Ștefan Țurcanu',
  'Kovács István',
];

/** Changes whenever the keys of names do. */
export function nameKeySample(): string {
  return SAMPLE.map((name) => nameKeys(name, '1980-01-02').join(',')).join('\n');
}
