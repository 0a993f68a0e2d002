import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/vault/migrate.ts';
import { analysisFile, temporaryDatabase } from '../../../helpers/database.ts';
import { wordsOf } from '../../../helpers/table-hash.ts';

it('a vault of before gets the sounds of its names and the words of its events with the step of the schema', () => {
  const database = temporaryDatabase(23);
  const { seq: file } = analysisFile(database);
  const person = database.run(
    "INSERT INTO entity (id, file_seq, type, label, created_at) VALUES ('p', ?, 'person', 'Олександр Ткачук', 0)",
    file,
  ).lastSeq;
  const source = database.run(
    `INSERT INTO source (id, file_seq, reference, kind, title, originator, grading_scheme, source_grade, information_grade, level, handling, recipients)
     VALUES ('s', ?, 'S-001', 'import', '', 'MD', 'europol-4x4', 'B', '2', 'restricted', '["H1"]', '[]')`,
    file,
  ).lastSeq;
  database.run(
    "INSERT INTO assertion (id, file_seq, source_seq, entity_seq, property, value, created_at) VALUES ('a', ?, ?, ?, 'alias', 'Kestrel', 0)",
    ...[file, source, person],
  );
  database.run(
    `INSERT INTO event (seq, file_seq, batch_seq, source_seq, type, start_text, zone, precision, properties)
     VALUES (1, ?, 1, ?, 'message', '', 'UTC', 'second', '{"text":"Зустріч завтра","service":"x"}')`,
    ...[file, source],
  );
  migrate(database);
  expect(wordsOf(database, 'name_sound').length).toBeGreaterThanOrEqual(3);
  const found = (words: string) =>
    database.all('SELECT rowid FROM event_text WHERE event_text MATCH ?', words);
  expect(found('"завтра"')).toEqual([{ rowid: 1 }]);
  expect(found('"zustrich"')).toEqual([{ rowid: 1 }]);
  expect(found('"x"')).toEqual([]);
});
