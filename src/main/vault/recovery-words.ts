import { generateMnemonic, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { Failure } from '../../core/result.ts';

const ENTROPY_BITS = 256;

/** 24 words of the BIP-39 English list: 256 random bits and a checksum, shown once. */
export function newRecoveryWords(): string[] {
  return generateMnemonic(wordlist, ENTROPY_BITS).split(' ');
}

/** The words as one canonical secret; a mistyped word is found by the checksum before any slow key derivation. */
export function recoverySecret(words: string): string {
  const canonical = words.trim().toLowerCase().split(/\s+/).join(' ');
  if (!validateMnemonic(canonical, wordlist)) throw new Failure('vault.mistyped-words');
  return canonical;
}
