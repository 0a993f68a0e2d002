import { v7 } from 'uuid';
import type { MatchReport } from '../../contract/lists.ts';
import { type HitReason, scoreOf, type WatchSide } from '../../core/watch/index.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { audit } from '../store/command.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { type EntitySide, entitySides } from './entity-sides.ts';
import { type CurrentVersion, currentVersions, EntryIndex, type IndexedEntry } from './entry-index.ts';
import { confirmedSql } from './hit-state.ts';
import { printOf } from './map-entry.ts';
import { todayOf } from './today.ts';

/** Whom to look at: all that is in the vault, with these lists; or these entities, with every list. */
export type Scope =
  | { readonly versions: readonly string[] | null }
  | { readonly entities: readonly number[] };

interface Found {
  readonly entry: IndexedEntry;
  readonly entity: EntitySide;
  readonly score: number;
  readonly reasons: readonly HitReason[];
}

const AT_ONCE = 500;
const LONGEST_TURN = 12;
/** Of one entity in one run; the best stay. */
const MOST_OF_ONE = 50;

/** Quiet work may not wait; work of a job gives way between its pieces. */
export type Pace = Pick<JobProgress, 'advance' | 'breathe'>;

/** Entities in pieces, each read when it is asked for. */
function* pieces(database: ReadableDatabase, scope: Scope): Generator<readonly number[]> {
  if ('entities' in scope) {
    for (let at = 0; at < scope.entities.length; at += AT_ONCE) yield scope.entities.slice(at, at + AT_ONCE);
    return;
  }
  for (let last = 0; ; ) {
    const rows = database.all<{ seq: number }>(
      'SELECT seq FROM entity WHERE seq > ? ORDER BY seq LIMIT ?',
      last,
      AT_ONCE,
    );
    if (rows.length === 0) return;
    yield rows.map(({ seq }) => seq);
    last = rows.at(-1)?.seq ?? last;
  }
}

function versionsOf(
  all: readonly CurrentVersion[],
  database: ReadableDatabase,
  scope: Scope,
): CurrentVersion[] {
  const valid = all.filter(({ standing }) => standing === 'valid');
  if ('entities' in scope || scope.versions === null) return valid;
  const seqs = database.all<{ seq: number }>(
    'SELECT seq FROM watch_list_version WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(scope.versions),
  );
  return valid.filter(({ seq }) => seqs.some((one) => one.seq === seq));
}

/** One run of the comparison, piece by piece; nothing is written before `write`. */
class Matching {
  readonly report: { -readonly [K in keyof MatchReport]: MatchReport[K] };
  readonly #versions: readonly CurrentVersion[];
  readonly #database: WritableDatabase;
  readonly #scope: Scope;
  readonly #today: string;
  readonly #index: EntryIndex;
  readonly #found: Found[] = [];
  readonly #started = performance.now();

  constructor(context: Context, database: WritableDatabase, scope: Scope) {
    this.#database = database;
    this.#scope = scope;
    this.#today = todayOf(context);
    const all = currentVersions(database, this.#today);
    this.#versions = versionsOf(all, database, scope);
    this.#index = new EntryIndex(database, this.#versions);
    const skipped = all.filter(({ standing }) => standing !== 'valid');
    this.report = {
      entities: 0,
      entries: this.#versions.reduce((sum, { entries }) => sum + entries, 0),
      found: 0,
      fresh: 0,
      gone: 0,
      crowded: 0,
      skipped: skipped.map(({ name, standing }) => ({ name, standing })),
      seconds: 0,
    };
  }

  get total(): number {
    if ('entities' in this.#scope) return this.#scope.entities.length;
    return this.#database.one<{ n: number }>('SELECT count(*) AS n FROM entity')?.n ?? 0;
  }

  *steps(): Generator<number> {
    if (this.#versions.length === 0) return;
    for (const piece of pieces(this.#database, this.#scope)) {
      for (const entity of entitySides(this.#database, piece, this.#today)) {
        this.#found.push(...this.#hitsOf(entity));
        this.report.entities += 1;
        yield this.report.entities;
      }
    }
  }

  #hitsOf(entity: EntitySide): Found[] {
    const hits: Found[] = [];
    for (const seq of this.#index.candidates(entity)) {
      const entry = this.#index.entry(seq);
      if (entry === undefined) continue;
      const score = scoreOf(entry.side, entity, entry.version.threshold);
      if (score !== null) hits.push({ entry, entity, ...score });
    }
    if (this.#index.isCut || hits.length > MOST_OF_ONE) this.report.crowded += 1;
    if (hits.length <= MOST_OF_ONE) return hits;
    return hits.sort((a, b) => b.score - a.score).slice(0, MOST_OF_ONE);
  }

  /** In one short transaction: new hits come, known ones are stated anew, those no longer found go unless confirmed. */
  write(context: Context): MatchReport {
    this.report.found = this.#found.length;
    const before = this.#count();
    this.report.gone = this.#removeOthers();
    for (const found of this.#found) this.#put(found, context.now());
    this.report.fresh = this.#count() - before + this.report.gone;
    for (const { seq } of this.#versions)
      if (!('entities' in this.#scope))
        this.#database.run('UPDATE watch_list_version SET matched_at = ? WHERE seq = ?', context.now(), seq);
    this.report.seconds = Math.round((performance.now() - this.#started) / 10) / 100;
    return this.report;
  }

  #count(): number {
    return this.#database.one<{ n: number }>('SELECT count(*) AS n FROM watch_hit')?.n ?? 0;
  }

  #removeOthers(): number {
    const kept = JSON.stringify(this.#found.map(({ entry, entity }) => `${entry.seq}|${entity.id}`));
    const looked =
      'entities' in this.#scope
        ? 'AND h.entity_id IN (SELECT id FROM entity WHERE seq IN (SELECT value FROM json_each(:looked)))'
        : 'AND h.entity_id IN (SELECT id FROM entity)';
    const seqs = 'entities' in this.#scope ? this.#scope.entities : [];
    return this.#database.run(
      `DELETE FROM watch_hit WHERE seq IN (
         SELECT h.seq FROM watch_hit h JOIN watch_list_version v ON v.seq = h.version_seq JOIN watch_list l ON l.seq = v.list_seq
           JOIN watch_entry w ON w.seq = h.entry_seq
         WHERE h.version_seq IN (SELECT value FROM json_each(?)) ${looked.replace(':looked', '?')}
           AND h.entry_seq || '|' || h.entity_id NOT IN (SELECT value FROM json_each(?)) AND NOT ${confirmedSql('h', 'w', 'l')})`,
      JSON.stringify(this.#versions.map(({ seq }) => seq)),
      ...('entities' in this.#scope ? [JSON.stringify(seqs)] : []),
      kept,
    ).changes;
  }

  #put({ entry, entity, score, reasons }: Found, now: number): void {
    this.#database.run(
      `INSERT INTO watch_hit (id, version_seq, entry_seq, file_seq, entity_id, score, reasons, entry_print, entity_print, found_at)
       SELECT ?, w.version_seq, w.seq, e.file_seq, e.id, ?, ?, ?, ?, ? FROM watch_entry w JOIN entity e ON e.id = ? WHERE w.seq = ?
       ON CONFLICT (entry_seq, entity_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
         entry_print = excluded.entry_print, entity_print = excluded.entity_print`,
      v7(),
      score,
      JSON.stringify(reasons),
      entry.print,
      bearingPrint(entry.side, entity),
      now,
      entity.id,
      entry.seq,
    );
  }
}

/** What of the entity bears on this entry: another phone says nothing of a passport in a list. */
function bearingPrint(entry: WatchSide, entity: WatchSide): string {
  const kinds = new Set(entry.numbers.map(({ kind }) => kind));
  const numbers = entity.numbers
    .filter(({ kind }) => kinds.has(kind))
    .map(({ kind, value }) => [kind, value]);
  const names = entry.names.length === 0 ? [] : [...entity.names].sort();
  const births = entry.births.length === 0 ? [] : entity.births;
  const nationalities = entry.nationalities.length === 0 ? [] : entity.nationalities;
  return printOf([names, births, nationalities, numbers]);
}

/** At once, inside the caller's transaction: for a few. */
export function matchNow(context: Context, database: WritableDatabase, scope: Scope): MatchReport {
  const matching = new Matching(context, database, scope);
  for (const _ of matching.steps());
  return finish(context, database, matching);
}

/** The same in a job, on a connection of its own. `after` belongs to the transaction that writes the hits. */
export async function matchSlowly(
  context: Context,
  database: WritableDatabase,
  scope: Scope,
  pace: Pace,
  after: () => void,
): Promise<MatchReport> {
  const matching = new Matching(context, database, scope);
  const { total } = matching;
  let turn = performance.now();
  for (const done of matching.steps()) {
    if (performance.now() - turn < LONGEST_TURN) continue;
    pace.advance(done, total);
    await pace.breathe();
    turn = performance.now();
  }
  await pace.breathe();
  return database.transaction(() => {
    const report = finish(context, database, matching);
    after();
    return report;
  });
}

function finish(context: Context, database: WritableDatabase, matching: Matching): MatchReport {
  const report = matching.write(context);
  const { entities, entries, found, fresh, gone, crowded } = report;
  if (entries > 0) {
    const details = { entities, entries, found, fresh, gone, crowded };
    audit(context, 'list-match', 'lists', '', details, database);
  }
  return report;
}
