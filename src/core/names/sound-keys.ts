import { blockingKeys } from './blocking.ts';

const WORD = /[\p{L}\p{M}'’ʼ]{2,}/gu;

/** Keys of each word of a name by how it sounds, made of letters and digits alone so that an index takes them whole. */
export function soundKeys(name: string): string[] {
  const keys = (name.match(WORD) ?? []).flatMap((word) => soundKeysOfWord(word));
  return [...new Set(keys)];
}

export function soundKeysOfWord(word: string): string[] {
  return [...new Set(blockingKeys(word).map((key) => key.replace(/[^\p{L}\p{N}]/gu, '0')))];
}
