import type { Migration } from './migration.ts';

/**
 * name_key: coarse keys of the names and the birth date of people and groups; two records are compared only where
 * they share keys. It follows from names and facts. Records of before have none: `name_key_missing` holds them, and
 * the search for the same persons writes their keys first, because working them out takes the program and not SQL.
 * match_pair: what that search `found`, with its score, and what was decided without it; it can be made again at any
 * time. match_decision: what people
 * decided of two records, by their outside ids, so that it holds after an import is taken back and read again;
 * `evidence` is what was known of both then, as hashes. match_rule: which numbers join records otherwise than the
 * program's own table says. The table `resolution` was never written to and goes.
 */
export const matching: Migration = {
  version: 24,
  sql: `
DROP TABLE resolution;
CREATE TABLE name_key (
  file_seq INTEGER NOT NULL, key TEXT NOT NULL, entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  PRIMARY KEY (file_seq, key, entity_seq)) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_by_entity ON name_key(entity_seq);
CREATE TABLE name_key_missing (entity_seq INTEGER PRIMARY KEY REFERENCES entity(seq) ON DELETE CASCADE) STRICT;
INSERT INTO name_key_missing SELECT seq FROM entity WHERE type IN ('person', 'organisation', 'criminal_group');

CREATE TABLE match_pair (
  file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  left_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE, right_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  score REAL NOT NULL, state TEXT NOT NULL, news INTEGER NOT NULL, found INTEGER NOT NULL, PRIMARY KEY (left_seq, right_seq)) STRICT, WITHOUT ROWID;
CREATE INDEX match_pair_by_state ON match_pair(file_seq, state, score);
CREATE INDEX match_pair_by_right ON match_pair(right_seq);
CREATE TABLE match_decision (
  left_id TEXT NOT NULL, right_id TEXT NOT NULL, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  decision TEXT NOT NULL, evidence TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL,
  PRIMARY KEY (left_id, right_id)) STRICT, WITHOUT ROWID;
CREATE INDEX match_decision_by_right ON match_decision(right_id);
CREATE TABLE match_rule (
  type TEXT NOT NULL, kind TEXT NOT NULL, joins INTEGER NOT NULL, PRIMARY KEY (type, kind)) STRICT, WITHOUT ROWID;
`,
};
