import { createHash, createHmac } from 'node:crypto';
import { generateMnemonic, mnemonicToEntropy, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { nameKeySample } from '../../../core/hit-no-hit/index.ts';
import { Failure } from '../../../core/result.ts';

/** Twelve words: 128 random bits and a checksum that finds a word heard wrong. */
const SECRET_BITS = 128;
const CODE_LENGTH = 6;

/**
 * The secret of one case meeting, in memory alone. Of the words only a key is kept, as bytes that are wiped when the
 * meeting ends, when the vault is locked, and when another one begins.
 */
export interface Meeting {
  /** Words of a new secret; nobody can ask for them again. */
  begin(): string[];
  /** Failure hitnohit.mistyped-words. */
  join(words: string): void;
  end(): void;
  /** Short sign that both have the same secret; null where there is no meeting. */
  code(): string | null;
  /** The same, as it stands in a file. Failure hitnohit.no-meeting. */
  mark(): string;
  /** Keyed hash of a text. Failure hitnohit.no-meeting. */
  hash(text: string): string;
  /** Files made in this meeting: a bureau that opens its own would find that everything hits. */
  readonly own: Set<string>;
}

export function createMeeting(): Meeting {
  let key: Buffer | null = null;
  const own = new Set<string>();

  function start(words: string): void {
    end();
    const entropy = Buffer.from(mnemonicToEntropy(words, wordlist));
    key = createHmac('sha256', 'i-force analyst: hit or no hit, 1').update(entropy).digest();
    entropy.fill(0);
  }
  function end(): void {
    key?.fill(0);
    key = null;
    own.clear();
  }
  function hash(text: string): string {
    if (key === null) throw new Failure('hitnohit.no-meeting');
    return createHmac('sha256', key).update(text, 'utf8').digest('hex');
  }
  const mark = (): string => hash('meeting').slice(0, 16);
  return {
    own,
    end,
    hash,
    mark,
    begin() {
      const words = generateMnemonic(wordlist, SECRET_BITS).split(' ');
      start(words.join(' '));
      return words;
    },
    join(words) {
      const canonical = words
        .trim()
        .toLowerCase()
        .split(/[\s,.\d]+/u)
        .filter((word) => word !== '')
        .join(' ');
      if (!validateMnemonic(canonical, wordlist)) throw new Failure('hitnohit.mistyped-words');
      start(canonical);
    },
    code: () => (key === null ? null : mark().slice(0, CODE_LENGTH)),
  };
}

/** Two programs with the same mark make the same keys of names. */
export function nameKeysMark(): string {
  return createHash('sha256').update(nameKeySample(), 'utf8').digest('hex').slice(0, 16);
}
