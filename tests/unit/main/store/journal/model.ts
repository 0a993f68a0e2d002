import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { Failure } from '../../../../../src/core/result.ts';
import type { Context } from '../../../../../src/main/engine/context.ts';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { indexEntity } from '../../../../../src/main/store/entity-text.ts';
import { handBatch } from '../../../../../src/main/store/event-edits.ts';
import { storeHandlers } from '../../../../../src/main/store/handlers.ts';
import { restateLeads } from '../../../../../src/main/store/merge-leads.ts';
import { analystSource } from '../../../../../src/main/store/sources.ts';
import { restatePair } from '../../../../../src/main/store/summaries.ts';
import type { WritableDatabase } from '../../../../../src/main/vault/database.ts';
import { type SeededFile, seededFile } from '../../../../helpers/seed.ts';
import { rowsOf, tableState, wordsOf } from '../../../../helpers/table-hash.ts';
import { anyCommand, dice } from './commands.ts';
import type { Doings, Play } from './play.ts';

const CALLS = 'Calling number,Called number,Start (UTC),Duration (s),IMEI\n';
const FILES = {
  'one.csv': `${CALLS}+37360000001,+37360000002,2026-03-01 10:00:00,10,356938035643809\n+37360000002,+380501110003,2026-03-01 11:00:00,20,\n`,
  'two.csv': `${CALLS}+37360000001,+37360000004,2026-03-02 10:00:00,30,356938035643809\n`,
  'people.csv': 'Name,Phone,Birth date\nAlpha,+37360000001,1990-01-02\nBravo Rusu,+37360000009,1991-02-03\n',
};

/** One connection for everything: what is tried here is the journal, not the file system. */
function onOneConnection(file: SeededFile): SeededFile {
  const { database } = file;
  database.execute('PRAGMA synchronous = OFF');
  const staying: WritableDatabase = Object.create(database, { close: { value: () => undefined } });
  const context = {
    ...file.context,
    session: { connect: () => staying },
    settings: { get: () => ({ language: 'en', timeZone: 'UTC', analyst: 'Analyst A' }) },
    uploads: { get: () => undefined },
    resourcesFolder: resolve('resources'),
    database: () => staying,
  } as unknown as Context;
  return { ...file, database: staying, context };
}

async function startPlay(seed: number): Promise<Play> {
  const file = onOneConnection(seededFile());
  file.entity('one', 'person', 'Alpha');
  file.entity('two', 'phone', '+37360000001');
  file.batch([{ from: 'one', to: 'two', at: 5 }]);
  analystSource(file.database, file.fileSeq, 'Analyst A');
  handBatch(file.database, file.fileSeq, 0);
  const folder = mkdtempSync(join(tmpdir(), 'iforce-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = [];
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { suggested } = await importHandlers['import.inspect'](file.context, { path });
    files.push({ path, specification: suggested });
  }
  return { file, roll: dice(seed), files };
}

async function walk({ file }: Play, way: 'undo' | 'redo'): Promise<void> {
  for (;;) {
    try {
      await storeHandlers[`journal.${way}`](file.context, { fileId: file.fileId });
    } catch (error) {
      if (error instanceof Failure && error.error.code === `journal.nothing-to-${way}`) return;
      throw error;
    }
  }
}

/** What is kept up to date step by step says what a count from scratch says. */
function expectIndexesFromScratch({ file }: Play): void {
  const { database } = file;
  const kept = () => ({
    lines: rowsOf(database, 'link_summary'),
    words: wordsOf(database, 'entity_text'),
    parts: wordsOf(database, 'identifier_part'),
    sounds: wordsOf(database, 'name_sound'),
    leads: database.all('SELECT id, lead_seq FROM entity ORDER BY id'),
    located: rowsOf(database, 'event_place'),
  });
  const before = kept();
  database.execute('SAVEPOINT scratch');
  const pairs = database.all<{ from_seq: number; to_seq: number }>(
    `SELECT from_seq, to_seq FROM link UNION SELECT from_seq, to_seq FROM event WHERE from_seq IS NOT NULL AND to_seq IS NOT NULL`,
  );
  database.run('DELETE FROM link_summary');
  for (const { from_seq, to_seq } of pairs) restatePair(database, from_seq, to_seq);
  const entities = database.all<{ seq: number }>('SELECT seq FROM entity').map(({ seq }) => seq);
  database.execute(
    'DELETE FROM entity_text; DELETE FROM identifier_part; DELETE FROM name_sound; UPDATE entity SET lead_seq = NULL',
  );
  for (const seq of entities) indexEntity(database, seq);
  restateLeads(database, entities);
  database.execute(
    `DELETE FROM event_place; INSERT INTO event_place (seq, south, north, west, east)
     SELECT seq, latitude, latitude, longitude, longitude FROM event WHERE latitude IS NOT NULL AND longitude IS NOT NULL`,
  );
  const scratch = kept();
  database.execute('ROLLBACK TO scratch; RELEASE scratch');
  for (const [name, rows] of Object.entries(before)) {
    const anew = new Set(scratch[name as keyof typeof scratch].map((row) => JSON.stringify(row)));
    expect(rows).toHaveLength(anew.size);
    expect(rows.map((row) => JSON.stringify(row)).filter((row) => !anew.has(row))).toEqual([]);
  }
}

/** Random commands, then everything undone and done again: the first state, the last state, and right indexes. */
export async function playSeed(seed: number, commands: number, doings?: Doings): Promise<void> {
  const play = await startPlay(seed);
  const { database } = play.file;
  const first = tableState(database);
  for (let at = 0; at < commands; at += 1) await anyCommand(play, doings);
  await walk(play, 'redo');
  const last = tableState(database);
  expectIndexesFromScratch(play);
  expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  await walk(play, 'undo');
  expect(tableState(database)).toEqual({ ...first, batch: expect.anything() });
  expectIndexesFromScratch(play);
  await walk(play, 'redo');
  expect(tableState(database)).toEqual(last);
  expectIndexesFromScratch(play);
}
