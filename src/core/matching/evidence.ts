import type { EntityType } from '../model/entity-types.ts';

/** One record as far as it tells who or what it is; values as they are compared. */
export interface MatchSide {
  readonly type: EntityType;
  readonly names: readonly string[];
  /** Partial dates, see birth.ts. */
  readonly births: readonly string[];
  readonly sexes: readonly string[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  /** Addresses and places it is tied to. */
  readonly places: readonly string[];
  readonly neighbours: readonly { readonly id: string; readonly degree: number }[];
}

export const EVIDENCE_KINDS = ['name', 'birth', 'sex', 'identifier', 'place'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One thing known of either record; together they are the fingerprint of what a decision rested on. */
export interface EvidenceItem {
  readonly kind: EvidenceKind;
  readonly value: string;
}

/**
 * All that is known of both, in one order. Contacts are left out: every call list brings new ones, and none of them
 * says that a decision was wrong.
 */
export function evidenceOf(left: MatchSide, right: MatchSide): readonly EvidenceItem[] {
  const items = [left, right].flatMap((side) => [
    ...side.names.map((value): EvidenceItem => ({ kind: 'name', value: value.normalize('NFC').trim() })),
    ...side.births.map((value): EvidenceItem => ({ kind: 'birth', value })),
    ...side.sexes.map((value): EvidenceItem => ({ kind: 'sex', value })),
    ...side.identifiers.map(
      ({ kind, value }): EvidenceItem => ({ kind: 'identifier', value: `${kind} ${value}` }),
    ),
    ...side.places.map((value): EvidenceItem => ({ kind: 'place', value })),
  ]);
  const found = new Map(items.map((item) => [`${item.kind}|${item.value}`, item]));
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
