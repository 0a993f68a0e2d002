import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { COLUMNS, closedTogether, type EntityRecord } from './entities.ts';
import { membersOf } from './members.ts';

/** Names and numbers of the protected people of a file, other spellings included: no text shows them unasked. */
export function protectedNames(database: ReadableDatabase, fileSeq: number): string[] {
  const members = membersOf(database);
  const people = database
    .all<EntityRecord>(`SELECT ${COLUMNS} FROM entity WHERE file_seq = ? AND type = 'person'`, fileSeq)
    .map((row) => closedTogether(database, members, row))
    .filter((row) => isProtected(row.status as PersonStatus | null, row.minor === 1));
  const spellings = database.all<{ value: string }>(
    `WITH shut AS (SELECT value AS seq FROM json_each(?))
     SELECT value FROM assertion WHERE property IN ('name', 'alias') AND entity_seq IN (SELECT seq FROM shut)
     UNION SELECT raw FROM identifier WHERE entity_seq IN (SELECT seq FROM shut)
     UNION SELECT value FROM identifier WHERE entity_seq IN (SELECT seq FROM shut)`,
    JSON.stringify(people.map(({ seq }) => seq)),
  );
  return [...new Set([...people.map(({ label }) => label), ...spellings.map(({ value }) => value)])];
}
