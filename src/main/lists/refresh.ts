import { setTimeout as sleep } from 'node:timers/promises';
import type { MatchReport } from '../../contract/lists.ts';
import type { Context } from '../engine/context.ts';
import type { JobProgress } from '../engine/jobs.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { matchNow, matchSlowly, type Scope } from './match.ts';

const MATCH_JOB = 'list-match';
/** So many are matched before the answer, more in a job. */
const FEW = 200;
const PATIENCE = 250;

interface Waiting {
  readonly entity_seq: number;
  readonly stamp: number;
}

function waiting(database: ReadableDatabase, limit: number): Waiting[] {
  return database.all<Waiting>(
    'SELECT entity_seq, stamp FROM watch_pending ORDER BY entity_seq LIMIT ?',
    limit,
  );
}

/** Those that changed again meanwhile stay. */
function release(database: WritableDatabase, matched: readonly Waiting[]): void {
  for (const { entity_seq, stamp } of matched)
    database.run('DELETE FROM watch_pending WHERE entity_seq = ? AND stamp = ?', entity_seq, stamp);
}

/**
 * Matches whoever changed since the last time. Nobody has to ask for it: every import ends with it, and the screen
 * after every change. While other work writes to the vault it waits for the next time. The id of a job, if there is one.
 */
export function refresh(context: Context): string | null {
  const database = context.database();
  const some = waiting(database, FEW + 1);
  const running = context.jobs.list().filter(({ state }) => state === 'running');
  const own = running.find(({ kind }) => kind === MATCH_JOB);
  if (some.length === 0 || own !== undefined) return own?.id ?? null;
  if (some.length > FEW) return startPending(context);
  if (running.length > 0) return null;
  database.transaction(() => {
    matchNow(context, database, { entities: some.map(({ entity_seq }) => entity_seq) });
    release(database, some);
  });
  return null;
}

/** The same for what an import has just brought, whose own job has not ended yet. */
export function refreshAfterImport(context: Context): string | null {
  if (waiting(context.database(), 1).length === 0) return null;
  const running = context.jobs.list().find(({ kind, state }) => kind === MATCH_JOB && state === 'running');
  return running?.id ?? startPending(context);
}

function startPending(context: Context): string {
  return context.jobs.start(MATCH_JOB, (progress) => matchPending(context, progress));
}

/** Until nobody waits: what came in meanwhile is matched too. */
async function matchPending(context: Context, progress: JobProgress): Promise<MatchReport> {
  return onPatientConnection(context, progress, async (database) => {
    let report: MatchReport | null = null;
    for (;;) {
      const all = waiting(database, Number.MAX_SAFE_INTEGER);
      if (all.length === 0 && report !== null) return report;
      const scope = { entities: all.map(({ entity_seq }) => entity_seq) };
      const next = await matchSlowly(context, database, scope, progress, () => release(database, all));
      report = report === null ? next : sum(report, next);
    }
  });
}

function sum(a: MatchReport, b: MatchReport): MatchReport {
  return {
    ...b,
    entities: a.entities + b.entities,
    found: a.found + b.found,
    fresh: a.fresh + b.fresh,
    gone: a.gone + b.gone,
    crowded: a.crowded + b.crowded,
    seconds: a.seconds + b.seconds,
  };
}

/** A job: valid lists, or these versions, against the whole vault. */
export function startRun(context: Context, versions: readonly string[] | null): string {
  const scope: Scope = { versions };
  return context.jobs.start(MATCH_JOB, (progress) =>
    onPatientConnection(context, progress, async (database) => {
      const all = versions === null ? waiting(database, Number.MAX_SAFE_INTEGER) : [];
      return matchSlowly(context, database, scope, progress, () => release(database, all));
    }),
  );
}

/**
 * A connection of its own that does not stop the engine while an import writes: what cannot be written yet is tried
 * again after a pause in which a person may cancel.
 */
async function onPatientConnection<T>(
  context: Context,
  progress: JobProgress,
  work: (database: WritableDatabase) => Promise<T>,
): Promise<T> {
  progress.phase('listMatching');
  for (;;) {
    const database = context.session.connect();
    try {
      database.execute('PRAGMA busy_timeout = 0');
      return await work(database);
    } catch (error) {
      if (!isBusy(error)) throw error;
    } finally {
      database.close();
    }
    await sleep(PATIENCE);
    await progress.breathe();
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
