import type { NameWish, WordReason } from '../core/names/index.ts';
import { say } from './messages.ts';
import { table } from './output.ts';

export const NAME_KINDS = ['person', 'organisation'] as const;
type NameKind = (typeof NAME_KINDS)[number];

/** The options of every command that compares names; the parser turns `--no-x` into x = false. */
export interface NameOptions {
  kind?: NameKind;
  exact?: true;
  diacritics: boolean;
  transliterated: boolean;
  phonetic: boolean;
  givenNames: boolean;
}

export function wishOf(options: NameOptions): NameWish {
  const isOn = options.exact !== true;
  const modes = {
    diacritics: isOn && options.diacritics,
    transliterated: isOn && options.transliterated,
    phonetic: isOn && options.phonetic,
    givenNames: isOn && options.givenNames,
  };
  return options.kind === undefined ? { modes } : { kind: options.kind, modes };
}

/** Word beside word with the rule that joined or parted them. */
export function wordLines(words: readonly WordReason[]): string[] {
  if (words.length === 0) return [];
  const header = ['one', 'other', 'rule'].map((name) => say(`cli:names.column.${name}`));
  const rows = words.map(({ left, right, rule }) => [
    left ?? '–',
    right ?? '–',
    say(`questions:reason.${rule}`),
  ]);
  return ['', ...table(header, rows)];
}
