import type { Migration } from './migration.ts';

/**
 * external_check: what came of asking a database outside, days as `yyyy-mm-dd`. The few positive results nobody has
 * confirmed are found without reading the others.
 */
export const checks: Migration = {
  version: 26,
  sql: `
CREATE TABLE external_check (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE, system TEXT NOT NULL, system_name TEXT NOT NULL,
  value TEXT NOT NULL, checked_at INTEGER NOT NULL, operator TEXT NOT NULL, result TEXT NOT NULL, record_reference TEXT NOT NULL,
  owner_ncb TEXT NOT NULL, asked TEXT, due TEXT, received TEXT, answer TEXT, level TEXT NOT NULL, handling TEXT NOT NULL,
  handling_text TEXT NOT NULL, note TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX external_check_by_entity ON external_check(entity_seq);
CREATE INDEX external_check_by_file ON external_check(file_seq, system);
CREATE INDEX external_check_open ON external_check(file_seq, due) WHERE received IS NULL AND result IN ('possible', 'hit');
`,
};
