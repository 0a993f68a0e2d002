/** Text with gaps: ? is one character, * any number of them. Two indexes and no expression, so it takes no more than length times length. */
export function fitsPattern(text: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const wanted = pattern.charAt(inPattern);
    if (wanted === '*') {
      star = inPattern;
      inPattern += 1;
      retry = at;
    } else if (wanted !== '' && (wanted === '?' || wanted === text.charAt(at))) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      retry += 1;
      at = retry;
    } else {
      return false;
    }
  }
  while (pattern.charAt(inPattern) === '*') inPattern += 1;
  return inPattern === pattern.length;
}

export function hasGaps(text: string): boolean {
  return /[?*]/.test(text);
}

/** Pieces without a gap, longest first. */
export function fixedParts(pattern: string): string[] {
  return pattern
    .split(/[?*]+/)
    .filter((part) => part !== '')
    .sort((one, two) => two.length - one.length);
}

/** A number as it is compared: capitals, without blanks, dashes, dots, slashes and brackets; gaps stay. */
export function numberKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}+?*@:_]/gu, '');
}

/** The key of a written number without its country, plus or colon: what remains is looked for as a part. */
export function bareKey(key: string): string {
  return key.replace(/^[A-Z?]{2}(-[A-Z]{2})?:/, '').replace(/[^\p{L}\p{N}]/gu, '');
}
