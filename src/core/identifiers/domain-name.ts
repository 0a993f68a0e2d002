import { because, type Explanation, lower } from './identifier.ts';
import { decodeLabel } from './punycode.ts';

const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['georgian', /\p{Script=Georgian}/u],
  ['armenian', /\p{Script=Armenian}/u],
];

export interface DomainName {
  /** In its own letters, lower case, without a trailing dot. */
  readonly value: string;
  readonly isWellFormed: boolean;
  readonly notes: readonly Explanation[];
}

/** A name of the internet in one form, whether it was written in its own letters or as `xn--`. */
export function readDomain(text: string): DomainName {
  const whole = lower(text)
    .replace(/[。．]/g, '.')
    .replace(/(?<=[^.\s])[.\s]+$/, '');
  const written = whole.split('.');
  const labels = written.map((label) => lower(decodeLabel(label) ?? label));
  const value = labels.join('.');
  const notes = labels.flatMap(mixed);
  if (value !== whole) notes.unshift(because('identifier:domain.decoded', { name: value }));
  const isWellFormed = written.length > 1 && value.length <= 253 && labels.every(isLabel);
  return { value, isWellFormed, notes };
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[\p{L}\p{N}_]([\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?$/u.test(label);
}

/** Letters of several scripts in one label are how a name is made to look like another. */
function mixed(label: string): Explanation[] {
  const found = SCRIPTS.filter(([, letters]) => letters.test(label)).map(([name]) => name);
  const [first, second] = found;
  if (first === undefined || second === undefined) return [];
  return [
    because('identifier:domain.mixed', {
      label,
      first: because(`identifier:script.${first}`),
      second: because(`identifier:script.${second}`),
    }),
  ];
}
