import type { ReadableDatabase } from '../vault/database.ts';
import { membersOf } from './members.ts';

/** The protected people of a file with all they are merged with, from the index of the few there are. */
function protectedPeople(database: ReadableDatabase, fileSeq: number): number[] {
  const own = database.all<{ seq: number }>(
    `SELECT seq FROM entity INDEXED BY entity_protected
     WHERE (minor = 1 OR status IN ('victim', 'witness', 'informant')) AND file_seq = ? AND type = 'person'`,
    fileSeq,
  );
  return membersOf(database).withMembers(own.map(({ seq }) => seq));
}

/** Names and numbers of the protected people of a file, other spellings included: no text shows them unasked. */
export function protectedNames(
  database: ReadableDatabase,
  fileSeq: number,
  opened: ReadonlySet<number> = new Set(),
): string[] {
  const shut = protectedPeople(database, fileSeq).filter((seq) => !opened.has(seq));
  const spellings = database.all<{ value: string }>(
    `WITH shut AS (SELECT value AS seq FROM json_each(?))
     SELECT label AS value FROM entity WHERE seq IN (SELECT seq FROM shut)
     UNION SELECT value FROM assertion WHERE property IN ('name', 'alias') AND entity_seq IN (SELECT seq FROM shut)
     UNION SELECT raw FROM identifier WHERE entity_seq IN (SELECT seq FROM shut)
     UNION SELECT value FROM identifier WHERE entity_seq IN (SELECT seq FROM shut)`,
    JSON.stringify(shut),
  );
  return spellings.map(({ value }) => value);
}
