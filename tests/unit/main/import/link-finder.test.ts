import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { LinkFinder } from '../../../../src/main/import/link-finder.ts';
import type { WritableDatabase } from '../../../../src/main/vault/database.ts';
import { seededFile } from '../../../helpers/seed.ts';

const LINKS = 3000;

/** A file whose first and last entity are hubs: one end of `LINKS` links each. */
function withHubs() {
  const { database, fileSeq } = seededFile();
  const entity = database.prepare(
    "INSERT INTO entity (seq, id, file_seq, type, label, created_at) VALUES (?, ?, ?, 'person', '', 0)",
  );
  const link = database.prepare(
    "INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, created_at) VALUES (?, ?, 'owns', ?, ?, 'confirmed', 0)",
  );
  const last = LINKS + 2;
  database.transaction(() => {
    for (let seq = 1; seq <= last; seq += 1) entity.run(seq, `e${seq}`, fileSeq);
    for (let seq = 2; seq < last; seq += 1) link.run(`from ${seq}`, fileSeq, 1, seq);
    for (let seq = 2; seq < last; seq += 1) link.run(`to ${seq}`, fileSeq, seq, last);
  });
  return { database, last };
}

test('finds the link of two entities, its type and strength, at whichever end the hub is', () => {
  const { database, last } = withHubs();
  const finder = new LinkFinder(database);
  expect(finder.get(1, 'owns', 700, 'confirmed')?.id).toBe('from 700');
  expect(finder.get(700, 'owns', last, 'confirmed')?.id).toBe('to 700');
  expect(finder.get(1, 'owns', last, 'confirmed')).toBeUndefined();
  expect(finder.get(1, 'uses', 700, 'confirmed')).toBeUndefined();
  expect(finder.get(1, 'owns', 700, 'tentative')).toBeUndefined();
  expect(finder.get(700, 'owns', 1, 'confirmed')).toBeUndefined();
});

/** The look-up as one statement that leaves the choice of the index to SQLite. */
function plain(database: WritableDatabase) {
  return database.prepare(
    'SELECT seq, id FROM link WHERE from_seq = ? AND type = ? AND to_seq = ? AND strength = ? ORDER BY seq LIMIT 1',
  );
}

test('a hub costs far less than looking through its links', () => {
  const { database, last } = withHubs();
  const finder = new LinkFinder(database);
  const statement = plain(database);
  const milliseconds = (look: (seq: number) => unknown): number => {
    const start = performance.now();
    for (let seq = 2; seq < last; seq += 10) look(seq);
    return performance.now() - start;
  };
  const searched = milliseconds((seq) => statement.get(seq, 'owns', last, 'confirmed'));
  const found = milliseconds((seq) => finder.get(seq, 'owns', last, 'confirmed'));
  expect(searched / found).toBeGreaterThan(5);
});
