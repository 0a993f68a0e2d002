import { expect, test } from 'vitest';
import { BY_FROM, BY_TO, LinkFinder } from '../../../../src/main/import/link-finder.ts';
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

test('searches the end it was told to, whatever SQLite would choose', () => {
  const { database } = withHubs();
  const plan = (sql: string) =>
    database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, 1, 'owns', 2, 'confirmed')[0]?.detail;
  expect(plan(BY_TO)).toContain('link_by_to (to_seq=?');
  expect(plan(BY_FROM)).toContain('link_by_from (from_seq=?');
});
