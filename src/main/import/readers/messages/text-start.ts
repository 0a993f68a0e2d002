const LOOKED_AT = 600;

/**
 * The first signs of a file without telling its encoding, which costs far more than most files are worth: signs of
 * ASCII are the same in all of them but for the zeros of UTF-16.
 */
export function plainStart(sample: Uint8Array, length = LOOKED_AT): string {
  return Buffer.from(sample.subarray(0, length)).toString('latin1').replaceAll('\0', '');
}

/** Whether a date of any order stands in the first lines, as in every chat. */
export function hasDateAtStart(sample: Uint8Array): boolean {
  return /\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}/.test(plainStart(sample));
}
