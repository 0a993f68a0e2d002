import type { EntityType } from '../model/entity-types.ts';
import type { EventType } from '../model/link-types.ts';

/** Where something stands in what was typed, in characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a part of a search; sentences under `search:problem.<code>`. The rest of it is still searched. */
export const PROBLEM_CODES = [
  'too-long',
  'too-many',
  'quote-open',
  'value-missing',
  'date-unreadable',
  'near-unreadable',
  'place-unknown',
  'place-several',
  'type-unknown',
  'status-unknown',
  'source-unknown',
  'grade-unreadable',
  'wildcard-wide',
  'only-excluded',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface SearchProblem extends Span {
  readonly code: ProblemCode;
  /** The part as it was typed, or what the place may mean. */
  readonly text: string;
}

/** Days of the calendar, both included; null = open on that side. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export type Near =
  | { readonly place: string; readonly kilometres: number }
  | { readonly latitude: number; readonly longitude: number; readonly kilometres: number };

/** One thing a search asks for; all of them must hold. */
export type Wanted =
  /** Words in any order, each whole or as a beginning. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Words in this order. */
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  /** A word with gaps: ? one letter, * any. */
  | { readonly kind: 'word-pattern'; readonly pattern: string }
  /** A number, plate, account…; `key` without blanks, dashes and brackets, ? and * kept. */
  | { readonly kind: 'number'; readonly key: string; readonly words: readonly string[] }
  | { readonly kind: 'identifier'; readonly identifier: string; readonly value: string; readonly key: string }
  | { readonly kind: 'property'; readonly property: string; readonly value: string }
  | {
      readonly kind: 'type';
      readonly entities: readonly EntityType[];
      readonly events: readonly EventType[];
    }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'source'; readonly text: string }
  | { readonly kind: 'grade'; readonly source: string; readonly information: string | null }
  | ({ readonly kind: 'date' } & DayRange)
  | ({ readonly kind: 'born' } & DayRange)
  | ({ readonly kind: 'near' } & Near);

export type SearchTerm = Wanted & Span & { readonly excluded: boolean };

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  readonly problems: readonly SearchProblem[];
}

/** Terms that ask what is known of a thing; the others only where and among which to look. */
const CONTENT: readonly Wanted['kind'][] = [
  'words',
  'phrase',
  'word-pattern',
  'number',
  'identifier',
  'property',
  'born',
];

export function asksContent({ kind }: Wanted): boolean {
  return CONTENT.includes(kind);
}
