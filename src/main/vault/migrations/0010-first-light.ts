import type { Migration } from './migration.ts';

/**
 * The whole model of the product in its first version. Internal keys are integers (`seq`) so that millions of
 * events stay small; ids seen outside are UUIDv7. An event without an `id` of its own has the id
 * `batch.event_prefix` + its ordinal in the batch (`seq - batch.first_event_seq`), see store/event-id.ts.
 * Times are milliseconds UTC, amounts minor units. JSON columns hold typed properties of core/model.
 */
export const firstLight: Migration = {
  version: 10,
  sql: `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE analysis_file (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL UNIQUE, title TEXT NOT NULL, purpose TEXT NOT NULL,
  crime_areas TEXT NOT NULL, legal_basis TEXT NOT NULL, originator TEXT NOT NULL, participants TEXT NOT NULL,
  subject_categories TEXT NOT NULL, storage_months INTEGER, review_date TEXT, conditions TEXT NOT NULL,
  level TEXT NOT NULL, handling TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'open', created_at INTEGER NOT NULL) STRICT;

CREATE TABLE attachment (
  seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, media_type TEXT NOT NULL) STRICT;
CREATE TABLE attachment_chunk (
  attachment_seq INTEGER NOT NULL REFERENCES attachment(seq) ON DELETE CASCADE, part INTEGER NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (attachment_seq, part)) STRICT;

CREATE TABLE import_specification (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, header_fingerprint TEXT NOT NULL,
  specification TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
CREATE INDEX import_specification_by_header ON import_specification(header_fingerprint);

CREATE TABLE source (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  reference TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, originator TEXT NOT NULL, received_at INTEGER,
  information_date TEXT, grading_scheme TEXT NOT NULL, source_grade TEXT NOT NULL, information_grade TEXT NOT NULL,
  level TEXT NOT NULL, handling TEXT NOT NULL, handling_text TEXT NOT NULL DEFAULT '', recipients TEXT NOT NULL,
  attachment_seq INTEGER REFERENCES attachment(seq), file_name TEXT, language TEXT, text TEXT, UNIQUE (file_seq, reference)) STRICT;

CREATE TABLE batch (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  source_seq INTEGER REFERENCES source(seq) ON DELETE SET NULL, kind TEXT NOT NULL, file_name TEXT NOT NULL, specification TEXT NOT NULL,
  event_prefix TEXT NOT NULL, first_event_seq INTEGER, last_event_seq INTEGER,
  rows INTEGER NOT NULL, imported INTEGER NOT NULL, rejected INTEGER NOT NULL, report TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'done', created_at INTEGER NOT NULL) STRICT;
CREATE INDEX batch_by_file ON batch(file_seq, seq);
CREATE INDEX batch_by_first_event ON batch(first_event_seq);
CREATE TABLE rejected_row (
  batch_seq INTEGER NOT NULL REFERENCES batch(seq) ON DELETE CASCADE, line INTEGER NOT NULL, part INTEGER NOT NULL,
  column_name TEXT, code TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (batch_seq, line, part)) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  type TEXT NOT NULL, label TEXT NOT NULL, status TEXT, minor INTEGER NOT NULL DEFAULT 0, uncategorised_since INTEGER,
  properties TEXT NOT NULL DEFAULT '{}', batch_seq INTEGER REFERENCES batch(seq), protected_number INTEGER, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX entity_by_file_type ON entity(file_seq, type, label);
CREATE INDEX entity_by_batch ON entity(batch_seq) WHERE batch_seq IS NOT NULL;

CREATE TABLE identifier (
  file_seq INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  raw TEXT NOT NULL, check_result TEXT NOT NULL, batch_seq INTEGER, PRIMARY KEY (kind, value, file_seq, entity_seq)) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_by_entity ON identifier(entity_seq);

CREATE TABLE link (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  type TEXT NOT NULL, from_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE, to_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  strength TEXT NOT NULL, start_at INTEGER, end_at INTEGER, properties TEXT NOT NULL DEFAULT '{}',
  batch_seq INTEGER REFERENCES batch(seq), created_at INTEGER NOT NULL) STRICT;
CREATE INDEX link_by_from ON link(from_seq, type);
CREATE INDEX link_by_to ON link(to_seq, type);
CREATE INDEX link_by_batch ON link(batch_seq) WHERE batch_seq IS NOT NULL;

CREATE TABLE place (
  seq INTEGER PRIMARY KEY, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE, name TEXT NOT NULL,
  entity_seq INTEGER REFERENCES entity(seq) ON DELETE CASCADE, latitude REAL, longitude REAL, accuracy_metres REAL, batch_seq INTEGER,
  UNIQUE (file_seq, name)) STRICT;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY, id BLOB, file_seq INTEGER NOT NULL, batch_seq INTEGER NOT NULL, source_seq INTEGER NOT NULL, source_row INTEGER,
  type TEXT NOT NULL, start_at INTEGER, start_text TEXT NOT NULL, zone TEXT NOT NULL, precision TEXT NOT NULL, end_at INTEGER, duration_seconds INTEGER,
  from_seq INTEGER, to_seq INTEGER, place_seq INTEGER, latitude REAL, longitude REAL, amount_minor INTEGER, currency TEXT, properties TEXT) STRICT;
CREATE INDEX event_by_from ON event(from_seq, start_at) WHERE from_seq IS NOT NULL;
CREATE INDEX event_by_to ON event(to_seq, start_at) WHERE to_seq IS NOT NULL;
CREATE INDEX event_by_file_time ON event(file_seq, start_at);
CREATE UNIQUE INDEX event_by_id ON event(id) WHERE id IS NOT NULL;
CREATE TABLE event_participant (
  event_seq INTEGER NOT NULL REFERENCES event(seq) ON DELETE CASCADE, entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  role TEXT NOT NULL, PRIMARY KEY (event_seq, entity_seq, role)) STRICT, WITHOUT ROWID;
CREATE INDEX event_participant_by_entity ON event_participant(entity_seq);
CREATE VIRTUAL TABLE event_place USING rtree(seq, south, north, west, east);

CREATE TABLE assertion (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL, source_seq INTEGER NOT NULL REFERENCES source(seq) ON DELETE CASCADE,
  source_row INTEGER, kind TEXT NOT NULL DEFAULT 'fact', entity_seq INTEGER REFERENCES entity(seq) ON DELETE CASCADE,
  link_seq INTEGER REFERENCES link(seq) ON DELETE CASCADE, event_seq INTEGER, property TEXT, value TEXT NOT NULL DEFAULT '',
  grading_scheme TEXT, source_grade TEXT, information_grade TEXT, level TEXT, handling TEXT, batch_seq INTEGER, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX assertion_by_entity ON assertion(entity_seq) WHERE entity_seq IS NOT NULL;
CREATE INDEX assertion_by_link ON assertion(link_seq) WHERE link_seq IS NOT NULL;
CREATE INDEX assertion_by_event ON assertion(event_seq) WHERE event_seq IS NOT NULL;
CREATE INDEX assertion_by_source ON assertion(source_seq);
CREATE INDEX assertion_by_batch ON assertion(batch_seq) WHERE batch_seq IS NOT NULL;

CREATE TABLE link_summary (
  file_seq INTEGER NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL, type TEXT NOT NULL, batch_seq INTEGER NOT NULL,
  strength TEXT NOT NULL, currency TEXT NOT NULL DEFAULT '', count INTEGER NOT NULL, sum_minor INTEGER NOT NULL DEFAULT 0,
  first_at INTEGER, last_at INTEGER, PRIMARY KEY (from_seq, to_seq, type, batch_seq, strength, currency)) STRICT, WITHOUT ROWID;
CREATE INDEX link_summary_by_to ON link_summary(to_seq, from_seq);
CREATE INDEX link_summary_by_batch ON link_summary(batch_seq);

CREATE VIRTUAL TABLE entity_text USING fts5(label, identifiers, facts, transliterated, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE identifier_part USING fts5(value, content='', contentless_delete=1, tokenize='trigram');
CREATE VIRTUAL TABLE source_text USING fts5(title, text, transliterated, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");

CREATE TABLE chart (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  name TEXT NOT NULL, filter TEXT NOT NULL, style TEXT NOT NULL DEFAULT '{}', revision INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL) STRICT;
CREATE TABLE chart_member (
  chart_seq INTEGER NOT NULL REFERENCES chart(seq) ON DELETE CASCADE, entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  x REAL NOT NULL, y REAL NOT NULL, pinned INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (chart_seq, entity_seq)) STRICT, WITHOUT ROWID;
CREATE TABLE map_view (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE, name TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE TABLE timeline_view (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE, name TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE TABLE snapshot (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, chart_seq INTEGER NOT NULL REFERENCES chart(seq) ON DELETE CASCADE, name TEXT NOT NULL, state TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  at INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, label TEXT NOT NULL,
  forward TEXT NOT NULL, inverse TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'done') STRICT;
CREATE INDEX journal_by_file ON journal(file_seq, seq);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
  reason TEXT NOT NULL, details TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE package_out (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  reference TEXT NOT NULL, created_at INTEGER NOT NULL, manifest TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE package_item (package_seq INTEGER NOT NULL REFERENCES package_out(seq) ON DELETE CASCADE, object_kind TEXT NOT NULL, object_id TEXT NOT NULL, PRIMARY KEY (package_seq, object_kind, object_id)) STRICT, WITHOUT ROWID;
CREATE TABLE disclosure_permission (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_seq INTEGER NOT NULL REFERENCES source(seq) ON DELETE CASCADE, recipient TEXT NOT NULL,
  granted_by TEXT NOT NULL, granted_at INTEGER NOT NULL, scope TEXT NOT NULL) STRICT;

CREATE TABLE watch_list (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, owner TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
CREATE TABLE watch_list_entry (list_seq INTEGER NOT NULL REFERENCES watch_list(seq) ON DELETE CASCADE, kind TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', PRIMARY KEY (kind, value, list_seq)) STRICT, WITHOUT ROWID;
CREATE TABLE resolution (
  seq INTEGER PRIMARY KEY, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE, left_seq INTEGER NOT NULL, right_seq INTEGER NOT NULL,
  decision TEXT NOT NULL, reasons TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL, UNIQUE (left_seq, right_seq)) STRICT;
`,
};
