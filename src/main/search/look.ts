import type { Output } from '../../contract/index.ts';
import type { SearchQuery } from '../../core/search/index.ts';
import type { NameModes } from '../../core/search/modes.ts';
import type { PlaceAnswer } from '../reference/gazetteer.ts';
import type { Members } from '../store/members.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';

/** One search with all it may reach. */
export interface Look {
  readonly database: ReadableDatabase;
  readonly fileSeq: number;
  readonly query: SearchQuery;
  readonly modes: NameModes;
  readonly limit: number;
  /** Days begin in it. */
  readonly zone: string;
  readonly members: Members;
  /** Protected people whose shutter the searcher opened. */
  readonly opened: ReadonlySet<number>;
  findPlace(name: string): PlaceAnswer;
}

/** A piece of SQL with its values. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export type Why = Output<'search.query'>['hits'][number]['why'];

/** A record that fits, by its own key; what it is shown as is decided later. */
export interface Candidate {
  readonly seq: number;
  readonly label: string;
  readonly why: Why;
}
