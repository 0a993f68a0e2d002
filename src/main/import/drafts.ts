import type { CheckResult } from '../../core/identifiers/index.ts';
import type { PersonStatus } from '../../core/model/case-terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { EventType, LinkType, Strength } from '../../core/model/link-types.ts';
import type { Precision } from '../../core/time/index.ts';

/** What a row becomes before anything is looked up or written. */
export interface IdentifierDraft {
  readonly kind: string;
  readonly value: string;
  readonly raw: string;
  readonly check: CheckResult;
}

/** What a row says of who a person is in the case. */
export interface Standing {
  readonly status: PersonStatus | null;
  /** A word says so, whatever the date of birth. */
  readonly minor: boolean;
  /** The earliest instant the person can have been born by a birth date however coarse; null where unknown. */
  readonly born: number | null;
  /** The status as written, where the program does not know all its words. */
  readonly unknownWord: string | null;
}

export interface EntityDraft {
  /** Name of the entity in the specification. */
  readonly name: string;
  readonly type: EntityType;
  readonly label: string;
  /** The file's own id of it; tells two of one name apart. */
  readonly key?: string;
  readonly identifiers: readonly IdentifierDraft[];
  readonly properties: Readonly<Record<string, string>>;
  /** Of a document: one page of its text, 0 where it has no pages. */
  readonly page?: { readonly number: number; readonly text: string };
  /** Of a person: what the row says of status and age; null for anything else and where it says nothing. */
  readonly standing: Standing | null;
  /** Filled by the loader; drafts of one value are shared between rows, so it is looked up once. */
  seq: number;
}

export interface LinkDraft {
  readonly from: EntityDraft;
  readonly to: EntityDraft;
  readonly type: LinkType;
  readonly strength: Strength;
  /** What the row says of the link itself; null where the specification asks for nothing of it. */
  readonly details: LinkDetails | null;
}

export interface LinkDetails {
  readonly start: number | null;
  readonly end: number | null;
  readonly properties: Readonly<Record<string, string>>;
}

export interface EventDraft {
  readonly type: EventType;
  readonly from: EntityDraft | null;
  readonly to: EntityDraft | null;
  readonly start: number | null;
  readonly startText: string;
  readonly precision: Precision;
  readonly end: number | null;
  readonly durationSeconds: number | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly place: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly properties: Readonly<Record<string, string>> | null;
}

export interface RowDraft {
  readonly line: number;
  readonly entities: readonly (EntityDraft | null)[];
  readonly links: readonly LinkDraft[];
  readonly events: readonly EventDraft[];
}

/** Why a row was not taken. `code` names a sentence under `import:reject`. */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
}

/** Thrown inside the mapping of one row and caught there: the row goes to the rejected ones. */
export class RowRejection extends Error {
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
  constructor(code: string, column: string | null, value: string) {
    super(code);
    this.code = code;
    this.column = column;
    this.value = value;
  }
}
