import type { Migration } from './migration.ts';

/**
 * country_rule: what the law of a country sets for every file it owns, unless the file has its own.
 * The few facts with a grade or a marking of their own are found without reading the many that have their source's:
 * the marking of a file and the list of its grades are asked at every change. Likewise the few that rest on others.
 */
export const evidence: Migration = {
  version: 22,
  sql: `
CREATE INDEX assertion_own_marking ON assertion(file_seq, source_seq) WHERE level IS NOT NULL;
CREATE INDEX assertion_own_grade ON assertion(file_seq, source_seq) WHERE grading_scheme IS NOT NULL;
CREATE INDEX assertion_with_basis ON assertion(file_seq) WHERE basis IS NOT NULL;
CREATE TABLE country_rule (country TEXT PRIMARY KEY, categorise_days INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`,
};
