import { compareNames, foldName, measureNames, PLAUSIBLE_NAME } from '../../src/core/names/index.ts';
import { jaroWinkler, tokenSetRatio } from '../helpers/name-baselines.ts';
import { labelledPairs, scoredPairs } from '../helpers/name-pairs.ts';

/**
 * How far the comparison of names agrees with the labelled pairs, beside two usual measures on the same pairs.
 * `node tests/bench/matching.ts` prints the table of docs/matching.md.
 */
type Score = (left: string, right: string) => number;

const plain = (text: string): string => text.normalize('NFC').toLowerCase();
const on =
  (prepare: (text: string) => string, score: Score): Score =>
  (left, right) =>
    score(prepare(left), prepare(right));

const METHODS: readonly (readonly [name: string, score: Score])[] = [
  ['this program', (left, right) => compareNames(left, right).score],
  ['Jaro–Winkler, as written', on(plain, jaroWinkler)],
  ['Jaro–Winkler, romanised first', on(foldName, jaroWinkler)],
  ['token-set ratio, as written', on(plain, tokenSetRatio)],
  ['token-set ratio, romanised first', on(foldName, tokenSetRatio)],
];
/** The default one, and one where the usual measures are mostly held. */
const THRESHOLDS = [PLAUSIBLE_NAME, 0.85];

const parts = [await labelledPairs('tuning'), await labelledPairs('measured')];
const percent = (share: number | null): string => (share === null ? '–' : share.toFixed(3));

function row(name: string, score: Score, threshold: number): string {
  const cells = parts.flatMap((pairs) => {
    const { precision, recall, f1 } = measureNames(scoredPairs(pairs, score), threshold);
    return [precision, recall, f1].map(percent);
  });
  return `| ${[name, threshold.toFixed(2), ...cells].join(' | ')} |\n`;
}

const rows = METHODS.flatMap(([name, score]) => THRESHOLDS.map((threshold) => row(name, score, threshold)));
process.stdout.write(
  `| | threshold | tuning: precision | recall | F1 | measured: precision | recall | F1 |\n${'|---'.repeat(8)}|\n${rows.join('')}`,
);
