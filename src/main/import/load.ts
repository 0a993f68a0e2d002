import type { ImportReport, ImportSpecification } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import type { JobProgress } from '../engine/jobs.ts';
import { type ChangedRule, changedRules, EVERYTHING_JOINS, joinsBy } from '../store/match-rules.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { writeAttachment } from './attachments.ts';
import type { BatchContext } from './batch-context.ts';
import {
  addBatchSource,
  type BatchPlan,
  type Correction,
  insertBatch,
  type RowsBefore,
  type StoredBatch,
} from './batch-record.ts';
import type { RowDraft } from './drafts.ts';
import { postponeEventIndexes } from './event-indexes.ts';
import type { ByteSource } from './files.ts';
import { withRows } from './isolation/apart.ts';
import { compileMapping, type RowMapper } from './mapping.ts';
import { type Reader, type RowStream, readerOf, type SourceRow } from './readers/index.ts';
import { notedBefore, RowKeeper, streamBefore } from './rows-before.ts';
import { LinkTotals } from './totals.ts';
import { AssertionWriter } from './write-assertions.ts';
import { type EntityOptions, EntityWriter } from './write-entities.ts';
import { EventWriter } from './write-events.ts';
import { LinkWriter } from './write-links.ts';
import { PageWriter } from './write-pages.ts';
import { type PlaceLookup, PlaceWriter } from './write-places.ts';
import { RejectedWriter } from './write-rejected.ts';

export interface LoadOptions {
  readonly fileSeq: number;
  readonly plan: BatchPlan;
  readonly specification: ImportSpecification;
  readonly source: ByteSource;
  /** Of a redo whose file the vault does not keep: what was read of it; `source` then gives its name only. */
  readonly before?: Pick<StoredBatch, 'sha256' | 'rowsBefore'> | undefined;
  /** Where the rows are those of an earlier batch as a person corrected them. */
  readonly correction?: Correction | undefined;
  /** Of a redo: the rules the batch was read by; null for one of before there were any. */
  readonly rules?: readonly ChangedRule[] | null;
  readonly lookup: PlaceLookup;
  readonly progress: JobProgress;
  /** Sentence of a rejected row in the engine's language. */
  readonly sentence: (code: string) => string;
}

const LONGEST_TURN = 10;
const ROWS_BETWEEN_LOOKS = 128;

/**
 * Reads the file once and writes everything it brings inside the transaction that the caller holds: the file itself,
 * source, batch, entities, links, events, totals, search text, rejected rows. The caller commits, or rolls back for a
 * dry run or on any throw. Memory stays bounded: nothing is kept per row.
 */
export async function loadFile(
  database: WritableDatabase,
  options: LoadOptions,
): Promise<{ report: Omit<ImportReport, 'dryRun'>; batchSeq: number }> {
  const { specification, source, progress } = options;
  const started = performance.now();
  const reader = readerOf(specification.format);
  if (reader === null) throw new Failure('import.not-a-table', { file: source.name });
  const batch = openBatch(database, options);
  const { rules = changedRules(database) } = options;
  const writers = openWriters(batch, { ...options, rules });
  const makeIndexes = postponeEventIndexes(database, source.size);
  const readRows = options.before === undefined ? readFile : readBefore;
  const { seen, stored, ...kept } = await readRows(database, reader, writers, options);
  writers.totals.flush();
  progress.advance(seen, seen);
  progress.phase('indexing');
  await progress.breathe();
  makeIndexes();
  await progress.breathe();
  database.run('UPDATE source SET attachment_seq = ? WHERE seq = ?', stored.seq, batch.sourceSeq);
  const report = reportOf(options, writers, seen, (performance.now() - started) / 1000);
  const read = { sha256: stored.sha256, ...kept, ...(rules === null ? {} : { rules }) };
  closeBatch(batch, options, writers, read, report);
  return { report, batchSeq: batch.batchSeq };
}

interface ReadFile {
  readonly seen: number;
  readonly stored: { readonly seq: number; readonly sha256: string };
  readonly rowsBefore?: RowsBefore;
}

/** The file, kept in the vault while it passes. */
async function readFile(
  database: WritableDatabase,
  reader: Reader,
  writers: Writers,
  options: LoadOptions,
): Promise<ReadFile> {
  const { specification, source, plan, progress } = options;
  const attachment = writeAttachment(database, plan.batchId, reader.mediaType, reader.keepsBytes);
  const kept = keptChunks(attachment.pass(source.chunks()));
  const keeper = new RowKeeper(reader);
  const seen = await withRows(
    reader,
    { name: source.name, chunks: kept.chunks, specification, breathe: () => progress.breathe() },
    (rows) => loadRows(keeper.pass(rows), writers, options, kept.bytes),
  );
  await kept.rest(() => progress.breathe());
  const stored = attachment.finish();
  return { seen, stored, ...keeper.kept(stored.size) };
}

/** What was read of a file whose bytes were not kept. */
async function readBefore(
  database: WritableDatabase,
  reader: Reader,
  writers: Writers,
  options: LoadOptions,
): Promise<ReadFile> {
  const { sha256 = '', rowsBefore } = options.before ?? {};
  const rows = rowsBefore ?? { size: 0, columns: [], rows: [] };
  const stored = notedBefore(database, { sha256 }, options.source.name, reader.mediaType, rows.size);
  const seen = await loadRows(streamBefore(rows), writers, options, () => 0);
  return { seen, stored, rowsBefore: rows };
}

async function loadRows(
  rows: RowStream,
  writers: Writers,
  { specification, source, progress }: LoadOptions,
  bytes: () => number,
): Promise<number> {
  const mapper = compileMapping(specification, rows.columns);
  progress.phase('loading');
  let seen = 0;
  for await (const part of rows.batches) {
    seen = await writeRows(part, mapper, writers, progress, seen, () =>
      bytes() === 0 ? null : Math.round((seen * source.size) / bytes()),
    );
  }
  return seen;
}

interface Writers {
  readonly keepsRows: boolean;
  readonly totals: LinkTotals;
  readonly entities: EntityWriter;
  readonly links: LinkWriter;
  readonly events: EventWriter;
  readonly places: PlaceWriter;
  readonly pages: PageWriter;
  readonly rejected: RejectedWriter;
  /** Rows the filter of the specification leaves out. */
  leftOut: number;
}

function openBatch(database: WritableDatabase, options: LoadOptions): BatchContext {
  const { fileSeq, plan, specification, source } = options;
  const sourceSeq = addBatchSource(database, fileSeq, plan, specification, source.name);
  const batchSeq = insertBatch(database, fileSeq, sourceSeq, plan, specification, source.name);
  const { batchId, ids, createdAt } = plan;
  return { database, fileSeq, batchSeq, batchId, ids, sourceSeq, createdAt, zone: specification.timeZone };
}

function openWriters(
  batch: BatchContext,
  { lookup, specification, rules = null }: Pick<LoadOptions, 'lookup' | 'specification' | 'rules'>,
): Writers {
  const totals = new LinkTotals(batch.database, batch.fileSeq, batch.batchSeq);
  const places = new PlaceWriter(batch, lookup);
  const assertions = new AssertionWriter(batch);
  const entities = new EntityWriter(batch, places, assertions, {
    ...entityOptions(specification),
    joins: rules === null ? EVERYTHING_JOINS : joinsBy(rules),
  });
  return {
    keepsRows: specification.events.length === 0,
    totals,
    places,
    pages: new PageWriter(batch),
    entities,
    links: new LinkWriter(batch, totals, assertions, (seq) => entities.idOf(seq)),
    events: new EventWriter(batch, totals, places),
    rejected: new RejectedWriter(batch.database, batch.batchSeq),
    leftOut: 0,
  };
}

function entityOptions({ events }: ImportSpecification): Omit<EntityOptions, 'joins'> {
  const points = events.flatMap(({ type, to }) => (type === 'border_crossing' && to !== null ? [to] : []));
  return { keepsRows: events.length === 0, crossings: new Set(points) };
}

async function writeRows(
  rows: readonly SourceRow[],
  mapper: RowMapper,
  writers: Writers,
  progress: JobProgress,
  before: number,
  estimate: () => number | null,
): Promise<number> {
  let seen = before;
  let turn = performance.now();
  for (const row of rows) {
    seen += 1;
    const { draft, problem } = mapper(row);
    if (problem !== null) writers.rejected.write(problem);
    else if (draft === null) writers.leftOut += 1;
    else writeDraft(draft, writers);
    if (seen % ROWS_BETWEEN_LOOKS === 0 && performance.now() - turn > LONGEST_TURN) {
      progress.advance(seen, estimate());
      await progress.breathe();
      turn = performance.now();
    }
  }
  progress.advance(seen, estimate());
  await progress.breathe();
  return seen;
}

function writeDraft(draft: RowDraft, writers: Writers): void {
  writeEntities(draft, writers);
  for (const link of draft.links) writers.links.write(link, draft.line);
  for (const event of draft.events) writers.events.write(event, draft.line);
}

function writeEntities({ entities, line }: RowDraft, writers: Writers): void {
  for (const entity of entities) {
    if (entity === null) continue;
    if (entity.seq === 0 || writers.keepsRows) writers.entities.resolve(entity, line);
    if (entity.page !== undefined) writers.pages.write(entity.seq, entity.page);
  }
}

/** The bytes on their way to the reader. It may have enough before their end: `rest` keeps the others all the same. */
function keptChunks(chunks: AsyncIterable<Uint8Array>): {
  chunks: AsyncIterable<Uint8Array>;
  bytes: () => number;
  rest: (breathe: () => Promise<void>) => Promise<void>;
} {
  const pieces = chunks[Symbol.asyncIterator]();
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      bytes += next.value.length;
      yield next.value;
    }
  }
  return {
    chunks: counted(),
    bytes: () => bytes,
    async rest(breathe) {
      while ((await pieces.next()).done !== true) await breathe();
    },
  };
}

function reportOf(
  { plan, source, sentence, specification }: LoadOptions,
  { entities, links, events, rejected, places, leftOut }: Writers,
  rows: number,
  seconds: number,
): Omit<ImportReport, 'dryRun'> {
  return {
    batchId: plan.batchId,
    file: source.name,
    rows,
    imported: rows - rejected.count - leftOut,
    rejected: rejected.count,
    leftOut,
    rejectedByReason: rejected.byReason,
    rejectedRows: rejected.shown.map((row) => ({ ...row, message: sentence(row.code) })),
    entitiesNew: entities.created,
    entitiesKnown: entities.known,
    links: links.created,
    linksToItself: links.toItself,
    events: events.count,
    checkFailed: entities.checkFailed,
    formUnknown: entities.formUnknown,
    country: specification.country,
    unknownStatuses: entities.standing.unknownWords,
    ambiguousPlaces: places.ambiguous,
    unknownCrossings: places.unknownCrossings,
    conflictingPlaces: places.conflicts,
    seconds,
  };
}

function closeBatch(
  batch: BatchContext,
  { plan, correction }: LoadOptions,
  { events, places, rejected }: Writers,
  read: Pick<StoredBatch, 'sha256' | 'rowsBefore' | 'rules'>,
  report: Omit<ImportReport, 'dryRun'>,
): void {
  const stored: StoredBatch = {
    ...read,
    sourceId: plan.sourceId,
    located: places.located,
    report: { ...report, rejectedRows: [], seconds: 0 },
    ...(correction === undefined ? {} : { correctionOf: correction }),
  };
  const hasEvents = events.count > 0;
  batch.database.run(
    'UPDATE batch SET first_event_seq = ?, last_event_seq = ?, rows = ?, imported = ?, rejected = ?, report = ? WHERE seq = ?',
    hasEvents ? events.firstSeq : null,
    hasEvents ? events.lastSeq : null,
    report.rows,
    report.imported,
    rejected.count,
    JSON.stringify(stored),
    batch.batchSeq,
  );
}
