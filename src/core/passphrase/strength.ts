import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { PASSPHRASE_POLICY, type PassphraseStrength, type WeakSpot } from './policy.ts';
import { readingsOf } from './readings.ts';

/** Whatever follows cannot make it weaker, and checking it would keep the screen waiting. */
const LONGEST_CHECKED = 100;

/** The library's reasons, each told by one of ours. */
const WEAK_SPOTS: Readonly<Record<string, WeakSpot>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  wordByItself: 'word',
  namesByThemselves: 'name',
  commonNames: 'name',
  straightRow: 'keys',
  keyPattern: 'keys',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  userInputs: 'known',
};

let estimator: Promise<ZxcvbnFactory> | null = null;

/** The word lists are large: they come when the first passphrase is typed, not with the first screen. */
async function load(): Promise<ZxcvbnFactory> {
  const [common, english] = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary };
  return new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
}

/**
 * How many guesses it takes, by the easiest of its readings. `known` is what a guesser knows of the person and the
 * vault: names must not count as secrets.
 */
export async function passphraseStrength(
  passphrase: string,
  known: readonly string[],
): Promise<PassphraseStrength> {
  estimator ??= load();
  const checker = await estimator;
  const text = [...passphrase.normalize('NFKC')].slice(0, LONGEST_CHECKED).join('');
  const names = known.flatMap((name) => [name, ...name.split(/\s+/)]).flatMap(readingsOf);
  let weakest: PassphraseStrength = { guessesLog10: Number.POSITIVE_INFINITY, weakSpot: null };
  for (const reading of readingsOf(text)) {
    const { guessesLog10, feedback } = checker.check(reading, names);
    if (guessesLog10 >= weakest.guessesLog10) continue;
    const hint = guessesLog10 < PASSPHRASE_POLICY.minimumGuessesLog10 ? 'few' : null;
    weakest = { guessesLog10, weakSpot: WEAK_SPOTS[feedback.warning ?? ''] ?? hint };
  }
  return weakest;
}
