import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Input } from '../../src/contract/index.ts';
import type { Context } from '../../src/main/engine/context.ts';
import { QUIET } from '../../src/main/import/run.ts';
import { loadList } from '../../src/main/lists/load.ts';
import { matchSlowly } from '../../src/main/lists/match.ts';
import { openDatabase, type WritableDatabase } from '../../src/main/vault/database.ts';
import { migrate } from '../../src/main/vault/migrate.ts';

/**
 * A list of N entries against a vault of M entities, then the entities of one import against the list.
 * `node tests/bench/watch-lists.ts [entries] [entities]` prints one JSON object.
 */
const entries = Number(process.argv[2] ?? 100_000);
const entities = Number(process.argv[3] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));
const key = randomBytes(32);
const open = (): WritableDatabase => openDatabase(join(folder, 'vault.db'), key);

const STEMS = 'бон тка шев кра мель пет лис гон вол рус сав гри дем мос зай кол пав рад сто яро'.split(' ');
const MIDDLES = 'дар чен кул вий мар тен сар лоб гай рин'.split(' ');
const ENDS = 'енко чук ський ук ич ак ець ало юк ра'.split(' ');
const GIVEN =
  'Олександр Іван Петро Марія Олена Василь Андрій Сергій Наталія Ірина Юрій Михайло Оксана Богдан Тарас'.split(
    ' ',
  );

/** A name by its number: 2000 surnames and 15 given names, as unevenly shared as in life. */
function nameOf(number: number): string {
  const skewed = Math.floor((((number * 7919) % 100_003) / 100_003) ** 2 * 2000);
  const stem = STEMS[skewed % 20] ?? '';
  const middle = MIDDLES[Math.floor(skewed / 20) % 10] ?? '';
  const end = ENDS[Math.floor(skewed / 200)] ?? '';
  const surname = `${stem}${middle}${end}`;
  return `${surname.charAt(0).toUpperCase()}${surname.slice(1)} ${GIVEN[(number * 31) % GIVEN.length] ?? ''}`;
}

function birthOf(number: number): string {
  const day = new Date(Date.UTC(1950, 0, 1) + ((number * 104_729) % 18_000) * 86_400_000);
  return day.toISOString().slice(0, 10);
}

function fillVault(database: WritableDatabase): void {
  const { lastSeq: file } = database.run(
    `INSERT INTO analysis_file (id, reference, title, purpose, crime_areas, legal_basis, originator, participants,
       subject_categories, conditions, level, handling, created_at)
     VALUES (?, 'CAF-1', 'Bench', 'bench', '[]', '', 'MD', '[]', '[]', '', 'restricted', '["H1"]', 0)`,
    v7(),
  );
  const insert = database.prepare(
    'INSERT INTO entity (id, file_seq, type, label, properties, created_at) VALUES (?, ?, ?, ?, ?, 0)',
  );
  const number = database.prepare(
    "INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?, 'phone', ?, ?, ?, 'valid')",
  );
  database.transaction(() => {
    for (let at = 0; at < entities; at += 1) {
      const isPerson = at % 2 === 0;
      const value = `+38067${String(at).padStart(7, '0')}`;
      const label = isPerson ? nameOf(at * 13 + 5) : value;
      const properties = isPerson ? JSON.stringify({ birthDate: birthOf(at * 17) }) : '{}';
      const { lastInsertRowid } = insert.run(v7(), file, isPerson ? 'person' : 'phone', label, properties);
      if (!isPerson) number.run(file, value, lastInsertRowid, value);
    }
  });
}

function* listText(): Generator<string> {
  yield 'Reference;Full name;Date of birth;Phone\n';
  for (let at = 0; at < entries; at += 1) {
    const phone = at % 10 === 0 ? `+38067${String(at).padStart(7, '0')}` : '';
    yield `W-${at};${nameOf(at)};${birthOf(at)};${phone}\n`;
  }
}

const database = open();
migrate(database);
fillVault(database);
const context = {
  session: { connect: open },
  uploads: { get: () => ({ name: 'list.csv', bytes: Buffer.from([...listText()].join('')) }) },
  database: () => database,
  actor: () => 'bench',
  now: () => Date.UTC(2026, 4, 1),
} as unknown as Context;
const wish: Input<'list.add'> = {
  path: 'upload:list',
  mapping: {
    format: 'delimited',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    headerRow: 0,
    columns: ['Reference', 'Full name', 'Date of birth', 'Phone'],
    dateOrder: 'ymd',
    country: 'UA',
    fields: { Reference: 'reference', 'Full name': 'name', 'Date of birth': 'birthDate', Phone: 'phone' },
  },
  list: {
    name: 'Bench',
    owner: 'NCB',
    kind: 'wanted',
    threshold: 0.85,
    marking: { level: 'restricted', handling: ['H1'] },
    handlingText: '',
  },
  validFrom: null,
  validTo: null,
};

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { seconds: Math.round(performance.now() - started) / 1000, result };
}

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 100);
const pace = { ...QUIET, breathe: () => new Promise<void>((resolve) => setImmediate(resolve)) };
const load = await timed(() => loadList(context, wish, pace));
const whole = await timed(() => matchSlowly(context, database, { versions: null }, pace, () => undefined));
const batch = Array.from({ length: 10_000 }, (_, at) => at * 10 + 1);
const some = await timed(() => matchSlowly(context, database, { entities: batch }, pace, () => undefined));
clearInterval(watch);
database.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({
    entries: load.result.report.entries,
    entities,
    loadSeconds: load.seconds,
    wholeSeconds: whole.seconds,
    hits: whole.result.found,
    importOf10000Seconds: some.seconds,
    peakMegabytes: Math.round(peak / 1048576),
  })}\n`,
);
