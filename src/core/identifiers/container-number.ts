import { compact, formatUnknown, type IdentifierKind, judged } from './identifier.ts';
import { folded } from './look-alikes.ts';

/** ISO 6346: letter values skip the multiples of 11, each times 2^position, mod 11 mod 10. */
export const containerNumber: IdentifierKind = {
  kind: 'container-number',
  normalise(raw) {
    const { text: value, notes } = folded(compact(raw));
    if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(value)) return formatUnknown(value, ...notes);
    let sum = 0;
    for (let at = 0; at < 10; at += 1) {
      const number = Number.parseInt(value.charAt(at), 36);
      const weighted = number < 10 ? number : number + Math.floor((number - 1) / 10);
      sum += weighted * 2 ** at;
    }
    return judged(value, (sum % 11) % 10 === Number(value[10]), 'ISO 6346', ...notes);
  },
};
