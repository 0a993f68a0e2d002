import { normaliseIdentifier } from '../../../../core/identifiers/index.ts';

const isIban = (text: string): boolean =>
  normaliseIdentifier('iban', text, { country: '' }).check === 'valid';
const BIC = /^[A-Z]{6}[A-Z\d]{2}([A-Z\d]{3})?$/;

/** Field 25: banks write their own code in front of the number, the currency behind it, or both between slashes. */
export function ownAccount(text: string, currency: string): string {
  const parts = text
    .replace(/\s/g, '')
    .split('/')
    .filter((part) => part !== '');
  const iban = parts.map((part) => withoutCurrency(part, currency)).find(isIban);
  if (iban !== undefined) return iban;
  const numbers = parts.filter((part) => part !== currency && !BIC.test(part) && /\d/.test(part));
  const [only] = numbers;
  if (only === undefined) return text.trim();
  return numbers.length > 1 ? numbers.join('/') : withoutCurrency(only, currency);
}

function withoutCurrency(text: string, currency: string): string {
  const shorter = text.slice(0, -3);
  const isLonger = currency !== '' && text.endsWith(currency);
  return isLonger && (isIban(shorter) || /^\d+$/.test(shorter)) ? shorter : text;
}
