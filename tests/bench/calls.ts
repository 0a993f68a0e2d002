import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSpecification } from '../../src/contract/import.ts';
import type { Context } from '../../src/main/engine/context.ts';
import { openDatabase, type WritableDatabase } from '../../src/main/vault/database.ts';
import { migrate } from '../../src/main/vault/migrate.ts';

/** The call list that the benches of the import share, and the empty vault it goes into. */
const PHONES = 10_000;

let seed = 7;
function random(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return (seed >>> 8) % limit;
}
export interface Call {
  caller: string;
  called: string;
  at: number;
  seconds: number;
  imei: string;
  cell: string;
}
/** The same invented calls at every reading. */
export function* calls(rows: number): Generator<Call> {
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

export function writeCsv(path: string, rows: number): void {
  const file = openSync(path, 'w');
  let text = 'Calling number,Called number,Start (UTC),Duration (s),IMEI,Cell ID\n';
  for (const call of calls(rows)) {
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

const column = (name: string) => ({ columns: [name] });
const entity = (name: string, type: 'phone' | 'device', kind: string, from: string) => ({
  name,
  type,
  identifiers: [{ kind, value: column(from) }],
  properties: {},
  required: type === 'phone',
});
export const specification: ImportSpecification = {
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

/** A new vault file with one analysis file, id `bench`. */
export function emptyVault(path: string, key: Uint8Array): WritableDatabase {
  const database = openDatabase(path, key);
  migrate(database);
  database.run(
    `INSERT INTO analysis_file (id, reference, title, purpose, crime_areas, legal_basis, originator, participants, subject_categories, conditions, level, handling, created_at)
     VALUES ('bench', 'BENCH', 'Bench', '', '[]', '', 'MD', '[]', '[]', '', 'restricted', '["H1"]', 0)`,
  );
  return database;
}

/** As much of a context as an import asks for. */
export function benchContext(path: string, key: Uint8Array): Context {
  let own: WritableDatabase | null = null;
  return {
    database: () => {
      own ??= openDatabase(path, key);
      return own;
    },
    uploads: { get: () => undefined },
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    settings: { get: () => ({ language: 'en', timeZone: 'UTC' }) },
    now: () => Date.now(),
    actor: () => 'bench',
    session: { connect: () => openDatabase(path, key) },
  } as unknown as Context;
}
