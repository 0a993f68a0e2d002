import { givenNameClass } from './given-names.ts';
import { looksLikePatronymic, patronymicStem } from './patronymic.ts';
import { soundOf } from './sound.ts';
import { transliterations } from './transliterate.ts';

/** Codes of what spoke for or against; sentences under `import:name.<code>`. */
export type NameReason =
  | 'same-spelling'
  | 'same-transliterated'
  | 'same-given-name'
  | 'similar-spelling'
  | 'patronymic-same'
  | 'patronymic-different'
  | 'part-missing'
  | 'part-different';

export interface NameComparison {
  /** Ranking signal 0…1, not a probability: ≥ 0.95 same, 0.7–0.95 plausible, 0.4–0.7 borderline. */
  readonly score: number;
  readonly reasons: readonly NameReason[];
}

interface Alignment {
  readonly score: number;
  readonly reasons: Set<NameReason>;
}

/**
 * Compares two names of persons across alphabets: every official spelling of one against every one of the other,
 * words aligned in any order. A missing father's name says nothing; a different one speaks strongly against.
 * Nothing is ever merged on this alone.
 */
export function compareNames(left: string, right: string): NameComparison {
  let best: Alignment = { score: 0, reasons: new Set(['part-different']) };
  for (const a of transliterations(left)) {
    for (const b of transliterations(right)) {
      const found = align(a.split(' '), b.split(' '));
      if (found.score > best.score) best = found;
    }
  }
  const reasons = new Set(best.reasons);
  if (best.score >= 0.999 && left.normalize('NFC') === right.normalize('NFC')) reasons.add('same-spelling');
  return { score: Math.round(best.score * 1000) / 1000, reasons: [...reasons] };
}

function align(left: readonly string[], right: readonly string[]): Alignment {
  const a = split(left);
  const b = split(right);
  const reasons = new Set<NameReason>();
  const [few, many] = a.words.length <= b.words.length ? [a.words, [...b.words]] : [b.words, [...a.words]];
  if (few.length === 0) return { score: 0, reasons };
  let total = 0;
  let worst = 1;
  for (const word of few) {
    const { score, reason, at } = nearest(word, many);
    if (at >= 0) many.splice(at, 1);
    reasons.add(score < 0.6 ? 'part-different' : reason);
    total += score;
    worst = Math.min(worst, score);
  }
  let score = (total / few.length) * 0.6 + worst * 0.4;
  if (many.length > 0) {
    reasons.add('part-missing');
    score *= few.length === 1 ? 0.6 : 0.92;
  }
  return { score: withPatronymic(score, a.patronymic, b.patronymic, reasons), reasons };
}

function split(words: readonly string[]): { words: string[]; patronymic: string | null } {
  const at = words.length < 3 ? -1 : words.findIndex((word, index) => index > 0 && looksLikePatronymic(word));
  if (at < 0) return { words: words.filter((word) => word !== ''), patronymic: null };
  return { words: words.filter((_, index) => index !== at), patronymic: words[at] ?? null };
}

function withPatronymic(score: number, a: string | null, b: string | null, reasons: Set<NameReason>): number {
  if (a === null || b === null) return score;
  const isSame = closeness(soundOf(patronymicStem(a)), soundOf(patronymicStem(b))) >= 0.6;
  reasons.add(isSame ? 'patronymic-same' : 'patronymic-different');
  return isSame ? Math.min(1, score * 1.02) : score * 0.4;
}

function nearest(word: string, words: readonly string[]): { score: number; reason: NameReason; at: number } {
  let found = { score: 0, reason: 'part-different' as NameReason, at: -1 };
  for (const [at, other] of words.entries()) {
    const { score, reason } = compareWords(word, other);
    if (score > found.score) found = { score, reason, at };
  }
  return found;
}

function compareWords(a: string, b: string): { score: number; reason: NameReason } {
  if (a === b) return { score: 1, reason: 'same-transliterated' };
  const family = givenNameClass(a);
  if (family !== null && family === givenNameClass(b)) return { score: 0.97, reason: 'same-given-name' };
  if ((a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)) {
    return { score: 0.75, reason: 'part-missing' };
  }
  const soundA = soundOf(a);
  const soundB = soundOf(b);
  if (soundA === soundB) return { score: 0.97, reason: 'same-transliterated' };
  return { score: 0.95 * closeness(soundA, soundB), reason: 'similar-spelling' };
}

const CONFUSABLE = new Set([
  'ei',
  'ie',
  'ou',
  'uo',
  'ao',
  'oa',
  'ij',
  'ji',
  'ck',
  'kc',
  'gh',
  'hg',
  'bv',
  'vb',
  'fv',
  'vf',
]);

/**
 * 1 − weighted edit distance; letters often confused cost a third. A short difference in a long word still means
 * another surname (Bondarenko, Bondarchuk), so the distance counts double against the shorter word.
 */
function closeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return 0;
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const pair = a.charAt(row - 1) + b.charAt(column - 1);
      const same = pair.charAt(0) === pair.charAt(1);
      const swap = same ? 0 : CONFUSABLE.has(pair) ? 0.34 : 1;
      const options = [
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + swap,
      ];
      current.push(Math.min(...options));
    }
    previous = current;
  }
  return Math.max(0, 1 - (1.6 * (previous[b.length] ?? 0)) / shorter);
}
