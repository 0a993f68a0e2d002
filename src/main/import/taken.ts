import type { KeptRow } from '../store/row-changes.ts';

/**
 * What an un-import takes along, or hands to others, and what the stored file alone cannot bring back. It stands in
 * the journal entry, so that the way back gives exactly what was before. Things are named by their outside ids,
 * because internal keys change when rows are written anew.
 */
export interface Taken {
  readonly source: { readonly seq: number; readonly reference: string } | null;
  /** What the batch said of itself: read again, it would find the entities that stayed and call them known. */
  readonly report: unknown;
  /** Ids this batch's entities and links have from another batch that first brought them, by what derives an id. */
  readonly ids: readonly (readonly [string, string])[];
  /** The entities among them as the other batch wrote them. */
  readonly foreign: readonly ForeignEntity[];
  /** Places with their coordinates, for a program that has no gazetteer open. */
  readonly places: readonly (readonly [name: string, north: number, east: number, metres: number])[];
  readonly members: readonly TakenMember[];
  readonly permissions: readonly TakenPermission[];
  readonly facts: readonly TakenFact[];
  /** Rows of the batch as people had left them by their commands; missing in entries of earlier versions. */
  readonly edited?: readonly EditedRow[];
  /** What stayed because others rest on it; it passed to them. */
  readonly kept: {
    readonly entities: readonly KeptEntity[];
    readonly links: readonly string[];
    readonly lines: readonly KeptLine[];
    readonly places: readonly { readonly name: string; readonly entityId: string | null }[];
  };
}

export interface TakenMember {
  readonly chartId: string;
  readonly entityId: string;
  readonly x: number;
  readonly y: number;
  readonly pinned: number;
  readonly hidden: number;
}

export interface TakenPermission {
  readonly id: string;
  readonly recipient: string;
  readonly granted_by: string;
  readonly granted_at: number;
  readonly scope: string;
}

/** A fact a person added with the batch's source as its source. */
export interface TakenFact {
  readonly id: string;
  readonly source_row: number | null;
  readonly kind: string;
  readonly entityId: string | null;
  readonly linkId: string | null;
  readonly property: string | null;
  readonly value: string;
  readonly grading_scheme: string | null;
  readonly source_grade: string | null;
  readonly information_grade: string | null;
  readonly level: string | null;
  readonly handling: string | null;
  /** Missing in entries of earlier versions. */
  readonly handling_text?: string | null;
  readonly basis?: string | null;
  readonly created_at: number;
}

export interface ForeignEntity {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly properties: string;
  readonly uncategorised_since: number | null;
  readonly created_at: number;
  readonly identifiers: readonly {
    readonly kind: string;
    readonly value: string;
    readonly raw: string;
    readonly check_result: string;
  }[];
}

export interface KeptEntity {
  readonly id: string;
  readonly identifiers: readonly (readonly [kind: string, value: string])[];
}

export interface KeptLine {
  readonly fromId: string;
  readonly toId: string;
  readonly type: string;
  readonly batch_seq: number;
  readonly strength: string;
  readonly currency: string;
  readonly count: number;
  readonly sum_minor: number;
  readonly first_at: number | null;
  readonly last_at: number | null;
}

/** A row of the batch as people left it; null where they deleted it. The file would bring it as it was. */
export interface EditedRow {
  readonly table: string;
  readonly name: string;
  readonly row: KeptRow | null;
}
