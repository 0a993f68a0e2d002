import type { CheckOutcome, CheckSystem, ConfirmationAnswer } from '../checks/index.ts';
import type { PersonStatus } from '../model/case-terms.ts';
import type { EntityType } from '../model/entity-types.ts';
import type { EventType, LinkType, Strength } from '../model/link-types.ts';
import type { GradeOf } from './grading.ts';
import type { Marking } from './marking.ts';
import type { TlpLabel } from './tlp.ts';

/** The data set of an analysis package (`case.json`, format 1). Times are ms UTC, amounts minor units + ISO 4217. */
export type Properties = Record<string, string | number | boolean | null>;

export type CaseGrade = GradeOf;

export interface CaseFile {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly purpose: string;
  readonly crimeAreas: readonly string[];
  readonly legalBasis: string;
  readonly originator: string;
  readonly participants: readonly string[];
  readonly conditions: string;
  readonly marking: Marking;
  /** Instant of the newest change the set holds. */
  readonly dataCutOff: number;
}

/** Sources go by reference; their documents and texts do not travel. */
export interface CaseSource {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly title: string;
  readonly originator: string;
  readonly received: number | null;
  readonly informationDate: string | null;
  readonly grade: CaseGrade;
  readonly marking: Marking;
  /** The text an H3 code needs. */
  readonly handlingText: string;
  readonly tlp?: TlpLabel;
  /** NCBs the provider allows; empty = everybody the handling codes allow. */
  readonly recipients: readonly string[];
}

export interface CaseIdentifier {
  readonly kind: string;
  readonly value: string;
  readonly raw: string;
  readonly check: string;
  readonly sourceId: string | null;
}

export interface CaseEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly label: string;
  readonly status: PersonStatus | null;
  readonly minor: boolean;
  /** True: label and id are stand-ins of this package, identity is withheld. */
  readonly pseudonym: boolean;
  readonly properties: Properties;
  readonly identifiers: readonly CaseIdentifier[];
  /** Source of the import that made it; null when a person made it. */
  readonly sourceId: string | null;
  readonly position: readonly [number, number] | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Before the disclosure policy only: the record it is merged into. */
  readonly leadId?: string;
  /** Of a merged record: the other records that may go, each with its own facts; taking the merge back loses nothing. */
  readonly members?: readonly CaseMember[];
}

/** A record merged into another one, as its own sources wrote it. */
export type CaseMember = Omit<CaseEntity, 'pseudonym' | 'position' | 'leadId' | 'members'>;

/** What one source says about one thing; `originator` and `revision` let the receiver merge and follow corrections. */
export interface CaseFact {
  readonly id: string;
  readonly kind: string;
  readonly about: 'entity' | 'link' | 'event';
  readonly aboutId: string;
  /** The member it is about, where that is merged into `aboutId`. */
  readonly recordId?: string;
  readonly property: string | null;
  readonly value: string;
  readonly sourceId: string;
  readonly row: number | null;
  readonly grade: CaseGrade;
  readonly marking: Marking;
  /** The H3 text of its own marking, where it has one. */
  readonly handlingText?: string;
  /** What a conclusion was drawn from; it goes only where all of that may go, and does not travel itself. */
  readonly restsOn?: readonly { readonly sourceId: string; readonly marking: Marking }[];
  readonly originator: string;
  readonly revision: number;
}

export interface CaseLink extends EndRecords {
  readonly id: string;
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly strength: Strength;
  readonly start: number | null;
  readonly end: number | null;
  readonly properties: Properties;
  readonly sourceId: string | null;
}

/** Which members of merged records an item names, where its ends stand for more than one record. */
export interface EndRecords {
  readonly fromRecord?: string;
  readonly toRecord?: string;
}

export interface CaseEvent extends EndRecords {
  readonly id: string;
  readonly type: EventType;
  readonly start: number | null;
  readonly startText: string;
  readonly zone: string;
  readonly precision: string;
  readonly end: number | null;
  readonly durationSeconds: number | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Everybody else in it, with their part. */
  readonly participants: readonly {
    readonly entityId: string;
    readonly role: string;
    readonly recordId?: string;
  }[];
  readonly place: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly properties: Properties;
  readonly sourceId: string;
  readonly row: number | null;
}

/** What a database outside answered about an entity, as the bureau wrote it down; days are `yyyy-mm-dd`. */
export interface CaseCheck {
  readonly id: string;
  readonly entityId: string;
  /** The member it was asked for, where that is merged into `entityId`. */
  readonly recordId?: string;
  readonly system: CheckSystem;
  /** Of a national database: its name. */
  readonly systemName: string;
  readonly value: string;
  readonly at: number;
  readonly result: CheckOutcome;
  readonly recordReference: string;
  readonly ownerNcb: string;
  readonly asked: string | null;
  readonly due: string | null;
  readonly received: string | null;
  readonly answer: ConfirmationAnswer | null;
  readonly marking: Marking;
  readonly handlingText?: string;
  readonly note: string;
}

export interface CaseData {
  readonly format: 1;
  readonly file: CaseFile;
  readonly sources: readonly CaseSource[];
  readonly entities: readonly CaseEntity[];
  readonly facts: readonly CaseFact[];
  readonly links: readonly CaseLink[];
  readonly events: readonly CaseEvent[];
  /** Missing in packages of earlier versions. */
  readonly checks?: readonly CaseCheck[];
}
