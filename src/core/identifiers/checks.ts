/** Check-digit formulas shared by several identifiers. Digits come as a string of 0–9. */

/** Luhn (ISO/IEC 7812-1) over the whole string, check digit last. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let position = 0; position < digits.length; position += 1) {
    let digit = Number(digits[digits.length - 1 - position]);
    if (position % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Σ weight · digit over the first `weights.length` digits. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (const [position, weight] of weights.entries()) sum += weight * Number(digits[position]);
  return sum;
}

/** ISO 7064 mod 97-10 of letters and digits, letters read as A=10 … Z=35. */
export function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
  }
  return remainder;
}

/** Σ weight · value is a multiple of 10, letters read as A=10 … Z=35. */
export function passesWeights(text: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(text.charAt(at), 36), 0);
  return sum % 10 === 0;
}
