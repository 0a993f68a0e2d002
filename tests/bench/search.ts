import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_MODES, NAME_MODES, type NameModes } from '../../src/core/search/index.ts';
import type { Context } from '../../src/main/engine/context.ts';
import { lookFor, runSearch } from '../../src/main/search/run.ts';
import { writeEntityText } from '../../src/main/store/entity-text.ts';
import type { WritableDatabase } from '../../src/main/vault/database.ts';
import { benchContext, emptyVault } from './calls.ts';

/**
 * Search among N invented people with a phone each, every mode alone, all together and none.
 * `node tests/bench/search.ts [people]` prints one JSON object, times in ms.
 */
const people = Number(process.argv[2] ?? 1_000_000);
const QUESTIONS = 200;

const GIVEN =
  'Олександр Alexandru Aleksandr Іван Ion Ioan Сергій Serghei Sergiusz Олена Elena Ileana Наталія Natalia Микола Nicolae Mikołaj Ștefan Степан István გიორგი Gheorghe Jerzy Андрій Andrei Andrzej Оксана Xenia Тетяна Tatiana Дмитро Dumitru Василь Vasile Юлія Iulia Марія Maria Петро Petru Piotr Павло Pavel'.split(
    ' ',
  );
const ROOTS =
  'Ткач Коваль Бондар Мельник Шевч Гончар Кравець Руден Савч Лисен Tcaci Covali Bondari Munte Rusu Ciobanu Croitor Cojoc Lupa Negur Kowal Wiśni Zieli Wójt Szewcz Dąbr Kamin Lewan Mazur Nowak ბერიძ კაპანაძ Ozoli Kalni Bērzi Jankaus Kazlaus Nagy Szabó Tóth'.split(
    ' ',
  );
const ENDINGS = [
  'ук',
  'енко',
  'ський',
  'ів',
  'ович',
  'uc',
  'enco',
  'schi',
  'ski',
  'ak',
  'eanu',
  'escu',
  'in',
  'ov',
  'as',
  'is',
  'ე',
  'er',
  'ar',
  'ei',
];
const MIDDLE = 'а о е и і у y a o e i u an or el ist ар ов ел'.split(' ');

/** The same numbers every time, so that two runs speak of the same vault. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function nameOf(next: () => number): { given: string; family: string } {
  const of = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const isLong = next() < 0.7;
  return { given: of(GIVEN), family: of(ROOTS) + (isLong ? of(MIDDLE) : '') + of(ENDINGS) };
}

function fill(database: WritableDatabase): void {
  const next = numbers(7);
  const entity = database.prepare(
    "INSERT INTO entity (id, file_seq, type, label, created_at) VALUES (?, 1, 'person', ?, 0)",
  );
  const identifier = database.prepare(
    "INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (1, 'phone', ?, ?, ?, 'valid')",
  );
  for (let from = 0; from < people; from += 50_000) {
    database.transaction(() => {
      for (let at = from; at < Math.min(people, from + 50_000); at += 1) {
        const { given, family } = nameOf(next);
        const label = `${given} ${family}`;
        const seq = Number(entity.run(`person-${at}`, label).lastInsertRowid);
        const number = `+3736${String(Math.floor(next() * 10_000_000)).padStart(7, '0')}`;
        identifier.run(number, seq, number);
        writeEntityText(database, seq, { label, identifiers: [number], facts: [], names: [] });
      }
    });
  }
}

/** By the clock, and what the processor worked for it: on a machine that others use too they differ. */
interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly p95Processor: number;
}

function timed(run: (at: number) => void): Times {
  const both = Array.from({ length: QUESTIONS }, (_, at) => {
    const started = performance.now();
    const before = process.cpuUsage();
    run(at);
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - started, processor: (user + system) / 1000 };
  });
  const inOrder = (list: readonly number[]): number[] => [...list].sort((one, two) => one - two);
  const clock = inOrder(both.map((one) => one.clock));
  const processor = inOrder(both.map((one) => one.processor));
  const at = (list: readonly number[], part: number): number =>
    Math.round((list[Math.floor(list.length * part)] ?? 0) * 100) / 100;
  return {
    p50: at(clock, 0.5),
    p95: at(clock, 0.95),
    worst: at(clock, 0.999),
    p95Processor: at(processor, 0.95),
  };
}

const NONE = Object.fromEntries(NAME_MODES.map((mode) => [mode, false])) as unknown as NameModes;
const WISHES: Readonly<Record<string, NameModes>> = {
  exact: NONE,
  ...Object.fromEntries(NAME_MODES.map((mode) => [mode, { ...NONE, [mode]: true }])),
  all: ALL_MODES,
};

function measure(context: Context): Record<string, Times> {
  const ask = (text: string, modes = ALL_MODES): void => {
    runSearch(lookFor(context, { fileSeq: 1, text, limit: 200, modes }), text);
  };
  const found: Record<string, Times> = {};
  for (const [name, modes] of Object.entries(WISHES)) {
    const next = numbers(11);
    const names = Array.from({ length: QUESTIONS }, () => nameOf(next));
    found[`${name}, whole name`] = timed((at) => ask(`${names[at]?.given} ${names[at]?.family}`, modes));
    found[`${name}, family name`] = timed((at) => ask(names[at]?.family ?? '', modes));
    found[`${name}, given name`] = timed((at) => ask(names[at]?.given ?? '', modes));
  }
  const next = numbers(13);
  const digits = (count: number): string => String(Math.floor(next() * 10 ** count)).padStart(count, '0');
  found['number whole'] = timed(() => ask(`phone:+3736${digits(7)}`));
  found['number by a part'] = timed(() => ask(digits(6)));
  found['number with gaps'] = timed(() => ask(`+373 6? ${digits(2)}* ${digits(2)}`));
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'iforce-bench-'));
try {
  const key = randomBytes(32);
  const path = join(folder, 'vault.db');
  const database = emptyVault(path, key);
  const started = performance.now();
  fill(database);
  const seconds = Math.round((performance.now() - started) / 1000);
  const context = { ...benchContext(path, key), database: () => database } as Context;
  const times = measure(context);
  database.close();
  process.stdout.write(`${JSON.stringify({ people, fillSeconds: seconds, times }, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
