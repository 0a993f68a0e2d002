import type { Migration } from './migration.ts';

/** Where there is no list nobody waits to be matched, and an import writes nothing more than before. */
const HAS_LISTS = 'EXISTS (SELECT 1 FROM watch_list_version)';
const SPOKEN = "('name', 'alias', 'birthDate', 'citizenship')";

function waits(seq: string): string {
  return `INSERT INTO watch_pending (entity_seq, stamp) SELECT ${seq}, random() % 9007199254740991 WHERE ${seq} IS NOT NULL
    ON CONFLICT (entity_seq) DO UPDATE SET stamp = excluded.stamp;`;
}

/**
 * Watch lists stand apart from the facts of a case. watch_list: whose it is and how it is matched; each import of it is
 * a version, the newest is matched, the others stay readable with their hits. watch_entry: a row as it was read;
 * watch_entry_key and watch_entry_number find entries of the newest versions only; whoever takes a version out of use
 * empties them, since a cascade would search them whole for every entry. watch_hit follows from both sides
 * and is worked out anew; it names the entity by its id, so that it is there again when an import taken back comes
 * again. watch_decision is a person's work: it holds for the entry and the entity as they were (`…_print`).
 * watch_pending: whose names, dates or numbers changed since they were last matched; `stamp` tells a later change.
 * The two tables of the first version were never written.
 */
export const watchLists: Migration = {
  version: 25,
  sql: `
DROP TABLE watch_list_entry;
DROP TABLE watch_list;
CREATE TABLE watch_list (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL, threshold REAL NOT NULL,
  level TEXT NOT NULL, handling TEXT NOT NULL, handling_text TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
CREATE TABLE watch_list_version (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, list_seq INTEGER NOT NULL REFERENCES watch_list(seq) ON DELETE CASCADE, number INTEGER NOT NULL,
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, valid_from TEXT, valid_to TEXT, mapping TEXT NOT NULL, is_current INTEGER NOT NULL DEFAULT 1,
  first_entry INTEGER, last_entry INTEGER, entries INTEGER NOT NULL DEFAULT 0, report TEXT NOT NULL DEFAULT '{}',
  imported_at INTEGER NOT NULL, imported_by TEXT NOT NULL, matched_at INTEGER, UNIQUE (list_seq, number)) STRICT;
CREATE TABLE watch_entry (
  seq INTEGER PRIMARY KEY, version_seq INTEGER NOT NULL REFERENCES watch_list_version(seq) ON DELETE CASCADE, line INTEGER NOT NULL,
  entry_key TEXT NOT NULL, print TEXT NOT NULL, type TEXT, reference TEXT NOT NULL, label TEXT NOT NULL, matched TEXT NOT NULL,
  note TEXT NOT NULL, raw TEXT NOT NULL) STRICT;
CREATE INDEX watch_entry_by_print ON watch_entry(version_seq, print);
CREATE INDEX watch_entry_by_reference ON watch_entry(version_seq, reference);
CREATE TABLE watch_entry_key (
  key TEXT NOT NULL, entry_seq INTEGER NOT NULL, PRIMARY KEY (key, entry_seq)) STRICT, WITHOUT ROWID;
CREATE TABLE watch_entry_number (
  kind TEXT NOT NULL, bare TEXT NOT NULL, entry_seq INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (kind, bare, entry_seq, value)) STRICT, WITHOUT ROWID;
CREATE TABLE watch_rejected (
  version_seq INTEGER NOT NULL REFERENCES watch_list_version(seq) ON DELETE CASCADE, line INTEGER NOT NULL, part INTEGER NOT NULL, code TEXT NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY (version_seq, line, part)) STRICT, WITHOUT ROWID;
CREATE TABLE watch_hit (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version_seq INTEGER NOT NULL REFERENCES watch_list_version(seq) ON DELETE CASCADE,
  entry_seq INTEGER NOT NULL REFERENCES watch_entry(seq) ON DELETE CASCADE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  entity_id TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL, entry_print TEXT NOT NULL, entity_print TEXT NOT NULL, found_at INTEGER NOT NULL,
  UNIQUE (entry_seq, entity_id)) STRICT;
CREATE INDEX watch_hit_by_entity ON watch_hit(entity_id);
CREATE INDEX watch_hit_by_file ON watch_hit(file_seq, version_seq);
CREATE INDEX watch_hit_by_version ON watch_hit(version_seq);
CREATE TABLE watch_decision (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE, list_id TEXT NOT NULL,
  entry_key TEXT NOT NULL, entity_id TEXT NOT NULL, entry_print TEXT NOT NULL, entity_print TEXT NOT NULL, state TEXT NOT NULL,
  reason TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at INTEGER NOT NULL) STRICT;
CREATE INDEX watch_decision_by_entity ON watch_decision(entity_id, list_id, entry_key);
CREATE TABLE watch_pending (entity_seq INTEGER PRIMARY KEY, stamp INTEGER NOT NULL) STRICT;

CREATE TRIGGER watch_entity_new AFTER INSERT ON entity WHEN ${HAS_LISTS} BEGIN ${waits('NEW.seq')} END;
CREATE TRIGGER watch_entity_changed AFTER UPDATE OF label, properties ON entity WHEN ${HAS_LISTS} BEGIN ${waits('NEW.seq')} END;
CREATE TRIGGER watch_identifier_new AFTER INSERT ON identifier WHEN ${HAS_LISTS} BEGIN ${waits('NEW.entity_seq')} END;
CREATE TRIGGER watch_identifier_gone AFTER DELETE ON identifier WHEN ${HAS_LISTS} BEGIN ${waits('OLD.entity_seq')} END;
CREATE TRIGGER watch_fact_new AFTER INSERT ON assertion WHEN NEW.property IN ${SPOKEN} AND ${HAS_LISTS} BEGIN ${waits('NEW.entity_seq')} END;
CREATE TRIGGER watch_fact_changed AFTER UPDATE OF value ON assertion WHEN NEW.property IN ${SPOKEN} AND ${HAS_LISTS} BEGIN ${waits('NEW.entity_seq')} END;
CREATE TRIGGER watch_fact_gone AFTER DELETE ON assertion WHEN OLD.property IN ${SPOKEN} AND ${HAS_LISTS} BEGIN ${waits('OLD.entity_seq')} END;
`,
};
