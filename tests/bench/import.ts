import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportSpecification } from '../../src/contract/import.ts';
import type { Context } from '../../src/main/engine/context.ts';
import { importFile, QUIET } from '../../src/main/import/run.ts';
import { neighbours } from '../../src/main/store/links.ts';
import { openDatabase, type WritableDatabase } from '../../src/main/vault/database.ts';
import { migrate } from '../../src/main/vault/migrate.ts';

/**
 * Import of N call rows, everything included, over a bare encrypted insert of the same rows with three indexes.
 * `node tests/bench/import.ts [rows]` prints one JSON object.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const PHONES = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));

let seed = 7;
function random(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return (seed >>> 8) % limit;
}
interface Call {
  caller: string;
  called: string;
  at: number;
  seconds: number;
  imei: string;
  cell: string;
}
function* calls(): Generator<Call> {
  seed = 7;
  for (let row = 0; row < rows; row += 1) {
    const caller = random(PHONES);
    const called = (caller + 1 + Math.min(random(40), random(40))) % PHONES;
    yield {
      caller: `+38050${String(caller).padStart(7, '0')}`,
      called: `+37360${String(called).padStart(6, '0')}`,
      at: 1_767_225_600_000 + row * 15_000,
      seconds: random(900),
      imei: `35${String(100_000_000_000 + caller * 7)}0`,
      cell: `259-01-${caller % 400}`,
    };
  }
}

function writeCsv(path: string): void {
  const file = openSync(path, 'w');
  let text = 'Calling number,Called number,Start (UTC),Duration (s),IMEI,Cell ID\n';
  for (const call of calls()) {
    const start = new Date(call.at).toISOString().slice(0, 19).replace('T', ' ');
    text += `${call.caller},${call.called},${start},${call.seconds},${call.imei},${call.cell}\n`;
    if (text.length > 1_000_000) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

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
    for (const call of calls())
      insert.run(call.caller, call.called, call.at, call.seconds, call.imei, call.cell);
  });
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return seconds;
}

const column = (name: string) => ({ columns: [name] });
const entity = (name: string, type: 'phone' | 'device', kind: string, from: string) => ({
  name,
  type,
  identifiers: [{ kind, value: column(from) }],
  properties: {},
  required: type === 'phone',
});
const specification: ImportSpecification = {
  id: null,
  name: 'bench',
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerRow: 0,
  columns: ['Calling number', 'Called number', 'Start (UTC)', 'Duration (s)', 'IMEI', 'Cell ID'],
  timeZone: 'UTC',
  dateOrder: 'ymd',
  decimalMark: '.',
  country: 'UA',
  entities: [
    entity('caller', 'phone', 'phone', 'Calling number'),
    entity('called', 'phone', 'phone', 'Called number'),
    entity('device', 'device', 'imei', 'IMEI'),
  ],
  links: [{ from: 'caller', to: 'device', type: 'uses', strength: 'confirmed' }],
  events: [
    {
      type: 'call',
      from: 'caller',
      to: 'called',
      start: column('Start (UTC)'),
      end: null,
      durationSeconds: column('Duration (s)'),
      amount: null,
      currency: null,
      place: column('Cell ID'),
      latitude: null,
      longitude: null,
      direction: null,
      properties: { imei: column('IMEI'), cell: column('Cell ID') },
    },
  ],
  grade: { scheme: 'europol-4x4', source: 'X', information: '4' },
  marking: { level: 'restricted', handling: ['H1'] },
  originator: 'MD',
  recipients: [],
};

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
  const database = open(path, key);
  migrate(database);
  database.run(
    `INSERT INTO analysis_file (id, reference, title, purpose, crime_areas, legal_basis, originator, participants, subject_categories, conditions, level, handling, created_at)
     VALUES ('bench', 'BENCH', 'Bench', '', '[]', '', 'MD', '[]', '[]', '', 'restricted', '["H1"]', 0)`,
  );
  const csv = join(folder, 'calls.csv');
  writeCsv(csv);
  const context = {
    uploads: { get: () => undefined },
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    settings: { get: () => ({ language: 'en', timeZone: 'UTC' }) },
    now: () => Date.now(),
    actor: () => 'bench',
    session: { connect: () => open(path, key) },
  } as unknown as Context;
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
