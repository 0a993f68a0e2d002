import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';

/** What a row can be. A kind of a file or package that the program does not know stays what it is, under its own name. */
export function kindsFor(kind: string): readonly string[] {
  return IDENTIFIER_KINDS.includes(kind) ? IDENTIFIER_KINDS : [kind, ...IDENTIFIER_KINDS];
}
