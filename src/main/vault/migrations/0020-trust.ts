import type { Migration } from './migration.ts';

/**
 * Evidence, undo out of order and merging without loss.
 * source: the agency within the country of origin, TLP 2.0 where it is cyber, intelligence or evidence; its custody
 * record after ISO/IEC 27037. person_status: the dated, sourced history; entity.status mirrors the newest.
 * entity.lead_seq: the record it is shown under; its own facts, links and events stay with it, so that taking a merge
 * back is exact. journal_object: what an entry touched, so that what rests on it can be found at any later time.
 */
export const trust: Migration = {
  version: 20,
  sql: `
ALTER TABLE analysis_file ADD COLUMN tlp TEXT;
ALTER TABLE analysis_file ADD COLUMN categorise_days INTEGER;
ALTER TABLE source ADD COLUMN agency TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN tlp TEXT;
ALTER TABLE source ADD COLUMN usage TEXT NOT NULL DEFAULT 'intelligence';
ALTER TABLE source ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;

CREATE TABLE custody_entry (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_seq INTEGER NOT NULL REFERENCES source(seq) ON DELETE CASCADE,
  position INTEGER NOT NULL, action TEXT NOT NULL, at_text TEXT NOT NULL, exhibit_number TEXT NOT NULL DEFAULT '', seal_number TEXT NOT NULL DEFAULT '',
  from_holder TEXT NOT NULL DEFAULT '', to_holder TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '',
  condition TEXT NOT NULL DEFAULT '', tool TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL) STRICT;
CREATE INDEX custody_entry_by_source ON custody_entry(source_seq, position);

CREATE TABLE person_status (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE, status TEXT, minor INTEGER NOT NULL, since TEXT,
  source_seq INTEGER REFERENCES source(seq) ON DELETE SET NULL, reason TEXT NOT NULL DEFAULT '', decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL) STRICT;
CREATE INDEX person_status_by_entity ON person_status(entity_seq, seq);
INSERT INTO person_status (id, file_seq, entity_seq, status, minor, decided_by, decided_at)
  SELECT 'first-' || id, file_seq, seq, status, minor, '', created_at FROM entity WHERE status IS NOT NULL OR minor = 1;
CREATE INDEX entity_uncategorised ON entity(file_seq, uncategorised_since) WHERE uncategorised_since IS NOT NULL AND status IS NULL;

ALTER TABLE assertion ADD COLUMN handling_text TEXT;
ALTER TABLE assertion ADD COLUMN basis TEXT;

ALTER TABLE entity ADD COLUMN lead_seq INTEGER REFERENCES entity(seq) ON DELETE SET NULL;
CREATE INDEX entity_by_lead ON entity(lead_seq) WHERE lead_seq IS NOT NULL;
CREATE TABLE merge (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  lead_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE, reason TEXT NOT NULL DEFAULT '', decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL) STRICT;
CREATE TABLE merge_member (
  merge_seq INTEGER NOT NULL REFERENCES merge(seq) ON DELETE CASCADE, entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE,
  PRIMARY KEY (merge_seq, entity_seq)) STRICT, WITHOUT ROWID;
CREATE INDEX merge_member_by_entity ON merge_member(entity_seq);

CREATE TABLE journal_object (
  object_kind TEXT NOT NULL, object_id TEXT NOT NULL, journal_seq INTEGER NOT NULL REFERENCES journal(seq) ON DELETE CASCADE,
  PRIMARY KEY (object_kind, object_id, journal_seq)) STRICT, WITHOUT ROWID;
CREATE INDEX journal_object_by_entry ON journal_object(journal_seq);

ALTER TABLE disclosure_permission ADD COLUMN document TEXT NOT NULL DEFAULT '';
`,
};
