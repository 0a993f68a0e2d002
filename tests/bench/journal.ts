import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSeqOf, newPlan } from '../../src/main/import/batch-record.ts';
import { openSource } from '../../src/main/import/files.ts';
import { loadFile } from '../../src/main/import/load.ts';
import { regionalPlaces } from '../../src/main/import/places.ts';
import { importFile, QUIET, undoImport } from '../../src/main/import/run.ts';
import { AssertionWriter } from '../../src/main/import/write-assertions.ts';
import { benchContext, emptyVault, specification, writeCsv } from './calls.ts';

/**
 * What journal, audit and evidence cost the import of N call rows: the same import with and without them, each into a
 * vault of its own, and the un-import. `node tests/bench/journal.ts [rows]` prints one JSON object.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));
const csv = join(folder, 'calls.csv');
const progress = { ...QUIET, breathe: () => new Promise<void>((resolve) => setImmediate(resolve)) };

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { seconds: (performance.now() - started) / 1000, result };
}

/** The import as a person starts it, and the way back. */
async function whole(name: string): Promise<{ importSeconds: number; undoSeconds: number }> {
  const key = randomBytes(32);
  const path = join(folder, name);
  const database = emptyVault(path, key);
  const context = benchContext(path, key);
  const options = { fileId: 'bench', path: csv, specification, dryRun: false, again: true, progress };
  const imported = await timed(() => importFile(context, options));
  const { batchId } = imported.result;
  if (batchId === null) throw new Error('nothing was imported');
  const undone = await timed(() => undoImport(context, batchId, progress));
  if (undone.result.kept > 0) throw new Error('the un-import left something');
  database.close();
  return { importSeconds: imported.seconds, undoSeconds: undone.seconds };
}

/** Rows alone: no journal, no audit entry, no fact that says which source states what. */
async function bare(name: string): Promise<number> {
  const key = randomBytes(32);
  const path = join(folder, name);
  const database = emptyVault(path, key);
  const context = benchContext(path, key);
  const evidence = { ...pick(AssertionWriter.prototype) };
  Object.assign(AssertionWriter.prototype, { entity: nothing, link: nothing, property: nothing });
  const { seconds } = await timed(async () => {
    const source = await openSource(context, csv);
    const connection = context.session.connect();
    connection.execute('BEGIN IMMEDIATE');
    await loadFile(connection, {
      fileSeq: fileSeqOf(connection, 'bench'),
      plan: newPlan(Date.now()),
      specification,
      source,
      lookup: regionalPlaces(context.resourcesFolder),
      progress,
      sentence: (code) => code,
    });
    connection.execute('COMMIT');
    connection.close();
  });
  Object.assign(AssertionWriter.prototype, evidence);
  database.close();
  return seconds;
}
const nothing = (): void => undefined;
function pick({ entity, link, property }: AssertionWriter) {
  return { entity, link, property };
}

const round = (number: number): number => Math.round(number * 1000) / 1000;
try {
  writeCsv(csv, rows);
  await bare('warm.db');
  const first = await whole('one.db');
  const firstBare = await bare('two.db');
  const second = await whole('three.db');
  const without = Math.min(firstBare, await bare('four.db'));
  const importSeconds = Math.min(first.importSeconds, second.importSeconds);
  const undoSeconds = Math.min(first.undoSeconds, second.undoSeconds);
  process.stdout.write(
    `${JSON.stringify({
      rows,
      importSeconds: round(importSeconds),
      bareSeconds: round(without),
      trustShare: round(importSeconds / without - 1),
      undoSeconds: round(undoSeconds),
      undoRatio: round(undoSeconds / importSeconds),
    })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
