import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile, QUIET } from '../../src/main/import/run.ts';
import { neighbours } from '../../src/main/store/links.ts';
import { openDatabase, type WritableDatabase } from '../../src/main/vault/database.ts';
import { benchContext, calls, emptyVault, specification, writeCsv } from './calls.ts';

/**
 * Import of N call rows, everything included, over a bare encrypted insert of the same rows with three indexes.
 * `node tests/bench/import.ts [rows]` prints one JSON object.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));

function open(path: string, key: Uint8Array): WritableDatabase {
  return openDatabase(path, key);
}

function bareInsert(): number {
  const database = open(join(folder, 'bare.db'), randomBytes(32));
  const started = performance.now();
  database.execute(
    `CREATE TABLE call (seq INTEGER PRIMARY KEY, caller TEXT, called TEXT, start_at INTEGER, seconds INTEGER, imei TEXT, cell TEXT) STRICT;
     CREATE INDEX by_caller ON call(caller, start_at); CREATE INDEX by_called ON call(called, start_at); CREATE INDEX by_time ON call(start_at);`,
  );
  const insert = database.prepare(
    'INSERT INTO call (caller, called, start_at, seconds, imei, cell) VALUES (?, ?, ?, ?, ?, ?)',
  );
  database.transaction(() => {
    for (const call of calls(rows))
      insert.run(call.caller, call.called, call.at, call.seconds, call.imei, call.cell);
  });
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return seconds;
}

/** 95th percentile, ms, of two hops around 200 phones, the second hop around at most 100 of the first. */
function expandTwice(database: WritableDatabase): number {
  const phones = database.all<{ seq: number }>(
    "SELECT seq FROM entity WHERE type = 'phone' ORDER BY id LIMIT 200",
  );
  const times = phones.map(({ seq }) => {
    const started = performance.now();
    const first = neighbours(database, [seq], { exclude: [] }).slice(0, 100);
    neighbours(
      database,
      first.map((one) => one.seq),
      { exclude: [seq] },
    );
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

interface FullImport {
  seconds: number;
  imported: number;
  events: number;
  expandMs: number;
}

async function fullImport(): Promise<FullImport> {
  const key = randomBytes(32);
  const path = join(folder, 'vault.db');
  const database = emptyVault(path, key);
  const csv = join(folder, 'calls.csv');
  writeCsv(csv, rows);
  const context = benchContext(path, key);
  const progress = { ...QUIET, breathe: () => new Promise<void>((resolve) => setImmediate(resolve)) };
  const started = performance.now();
  const report = await importFile(context, {
    fileId: 'bench',
    path: csv,
    specification,
    dryRun: false,
    progress,
  });
  const seconds = (performance.now() - started) / 1000;
  const expandMs = expandTwice(database);
  database.close();
  return { seconds, imported: report.imported, events: report.events, expandMs };
}

const round = (number: number): number => Math.round(number * 100) / 100;
try {
  const full = await fullImport();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const bare = bareInsert();
  process.stdout.write(
    `${JSON.stringify({
      rows,
      imported: full.imported,
      importSeconds: round(full.seconds),
      bareSeconds: round(bare),
      ratio: round(full.seconds / bare),
      peakMegabytes,
      expandTwoHopsP95Ms: round(full.expandMs),
    })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
