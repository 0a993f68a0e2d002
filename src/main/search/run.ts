import { ALL_MODES, asksAnything, type NameModes, parseSearch } from '../../core/search/index.ts';
import type { SearchProblem, SearchTerm } from '../../core/search/query.ts';
import type { Context } from '../engine/context.ts';
import { gazetteerOf } from '../reference/gazetteer.ts';
import { membersOf } from '../store/members.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { scopeConditions } from './conditions.ts';
import { type DocumentHit, findDocuments } from './documents.ts';
import { type EventHit, findEvents } from './events.ts';
import { type KnownText, knownTexts } from './facts.ts';
import type { Look, Why } from './look.ts';
import { isWholeNumber } from './number-keys.ts';
import { type Reason, reasonOf } from './reasons.ts';
import { driverOf, findRecords } from './records.ts';
import { surroundingsOf } from './surroundings.ts';

export interface RecordHit extends Reason {
  /** As what it is shown. */
  readonly seq: number;
  readonly why: Why;
}

export interface Found {
  readonly records: readonly RecordHit[];
  readonly documents: readonly DocumentHit[];
  readonly events: readonly EventHit[];
  readonly problems: readonly SearchProblem[];
  readonly more: boolean;
}

export interface Wish {
  readonly fileSeq: number;
  readonly text: string;
  readonly limit: number;
  readonly modes?: NameModes;
  readonly opened?: ReadonlySet<number>;
  /** Another connection than the engine's, inside a job's transaction. */
  readonly database?: ReadableDatabase;
}

export function lookFor(
  context: Context,
  { fileSeq, text, limit, modes = ALL_MODES, opened = new Set(), database = context.database() }: Wish,
): Look {
  return {
    database,
    fileSeq,
    query: parseSearch(text),
    modes,
    limit,
    zone: context.settings.get().timeZone ?? 'UTC',
    members: membersOf(database),
    opened,
    findPlace: (name) => gazetteerOf(context.resourcesFolder).findPlace(name),
  };
}

/** Entities, documents and events that fit; a record that is merged once, as its lead. */
export function runSearch(look: Look, text: string): Found {
  const { query } = look;
  if (!asksAnything(query))
    return { records: [], documents: [], events: [], problems: query.problems, more: false };
  const around = surroundingsOf(look);
  const scope = scopeConditions(look, around);
  const problems = [...query.problems, ...around.problems, ...scope.problems];
  if (around.problems.length > 0) return { records: [], documents: [], events: [], problems, more: false };
  const records = withReasons(look, findRecords(look, scope, text));
  const known = new Set(records.map(({ seq }) => seq));
  const documents = findDocuments(look, scope, look.limit).filter(
    ({ seq }) => !known.has(look.members.leadOf(seq)),
  );
  const events = findEvents(look, scope, around, [...known]);
  return {
    records,
    documents: documents.slice(0, Math.max(0, look.limit - records.length)),
    events,
    problems,
    more: records.length >= look.limit,
  };
}

/** A number written with other signs between is the number, not a part of it. */
function strongest(driver: SearchTerm | null, why: Why, texts: readonly KnownText[]): Why {
  if (why !== 'part' || (driver?.kind !== 'number' && driver?.kind !== 'identifier')) return why;
  return texts.some(({ key }) => key !== undefined && isWholeNumber(driver, key)) ? 'exact' : why;
}

function withReasons(look: Look, candidates: ReturnType<typeof findRecords>): RecordHit[] {
  const driver = driverOf(look);
  const known = knownTexts(
    look.database,
    candidates.map(({ seq }) => seq),
  );
  const found = new Map<number, RecordHit>();
  for (const { seq, why } of candidates) {
    const lead = look.members.leadOf(seq);
    if (found.has(lead)) continue;
    const texts = known.get(seq) ?? [];
    found.set(lead, { seq: lead, why: strongest(driver, why, texts), ...reasonOf(driver, why, texts) });
  }
  return [...found.values()].slice(0, look.limit);
}
