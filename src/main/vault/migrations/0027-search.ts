import type { Migration } from './migration.ts';

/** Properties of an event that hold words: what was written, what was paid for. */
const HAS_WORDS = (row: 'NEW' | 'OLD'): string =>
  ['text', 'subject', 'purpose', 'note']
    .map((name) => `instr(${row}.properties, '"${name}":') > 0`)
    .join(' OR ');
const WORDS_OF = (properties: string): string =>
  `(SELECT group_concat(value, ' ') FROM json_each(${properties}) WHERE key IN ('text', 'subject', 'purpose', 'note'))`;

/**
 * name_sound: keys of the words of a name by how they sound. event_text: the words of messages and payments, kept
 * by triggers whoever writes. search_history and standing_query are a person's way of looking, no part of the case: they
 * are not in the journal. standing_hit names things by what they are called outside, so that one an import brings back
 * is not new again.
 * The people of a status, the few protected ones and the few openings of a shutter are found without reading the many rows around them.
 */
export const search: Migration = {
  version: 27,
  sql: `
CREATE VIRTUAL TABLE name_sound USING fts5(keys, content='', contentless_delete=1, detail=none);
INSERT INTO name_sound (rowid, keys) SELECT seq, keys FROM (
  SELECT entity.seq, sound_keys(label || ' ' || coalesce((SELECT group_concat(value, ' ') FROM assertion
    WHERE entity_seq = entity.seq AND property IN ('name', 'alias')), '')) AS keys FROM entity) WHERE keys <> '';

CREATE VIRTUAL TABLE event_text USING fts5(text, latin, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER event_words_added AFTER INSERT ON event WHEN ${HAS_WORDS('NEW')} BEGIN
  INSERT INTO event_text (rowid, text, latin) SELECT NEW.seq, words, latin_copy(words) FROM (SELECT ${WORDS_OF('NEW.properties')} AS words); END;
CREATE TRIGGER event_words_gone AFTER DELETE ON event WHEN ${HAS_WORDS('OLD')} BEGIN
  DELETE FROM event_text WHERE rowid = OLD.seq; END;
CREATE TRIGGER event_words_changed AFTER UPDATE OF properties ON event BEGIN
  DELETE FROM event_text WHERE rowid = OLD.seq;
  INSERT INTO event_text (rowid, text, latin) SELECT NEW.seq, words, latin_copy(words) FROM (SELECT ${WORDS_OF('NEW.properties')} AS words)
    WHERE ${HAS_WORDS('NEW')}; END;
INSERT INTO event_text (rowid, text, latin) SELECT seq, words, latin_copy(words) FROM (
  SELECT NEW.seq, ${WORDS_OF('NEW.properties')} AS words FROM event NEW WHERE ${HAS_WORDS('NEW')});

CREATE TABLE search_history (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  parent_seq INTEGER REFERENCES search_history(seq) ON DELETE SET NULL, text TEXT NOT NULL, modes TEXT NOT NULL,
  hits INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '', actor TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX search_history_by_file ON search_history(file_seq, actor, seq);
CREATE INDEX search_history_by_parent ON search_history(parent_seq) WHERE parent_seq IS NOT NULL;
CREATE TABLE standing_query (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file_seq INTEGER NOT NULL REFERENCES analysis_file(seq) ON DELETE CASCADE,
  name TEXT NOT NULL, text TEXT NOT NULL, modes TEXT NOT NULL, actor TEXT NOT NULL, created_at INTEGER NOT NULL, checked_at INTEGER NOT NULL) STRICT;
CREATE INDEX standing_query_by_file ON standing_query(file_seq, seq);
CREATE TABLE standing_hit (
  query_seq INTEGER NOT NULL REFERENCES standing_query(seq) ON DELETE CASCADE, object_kind TEXT NOT NULL, object_id TEXT NOT NULL,
  found_at INTEGER NOT NULL, present INTEGER NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (query_seq, object_kind, object_id)) STRICT, WITHOUT ROWID;

CREATE INDEX entity_protected ON entity(file_seq) WHERE minor = 1 OR status IN ('victim', 'witness', 'informant');
CREATE INDEX entity_by_status ON entity(file_seq, status) WHERE status IS NOT NULL;
CREATE INDEX audit_unlocked ON audit(seq) WHERE action = 'unlock';
CREATE INDEX audit_opened ON audit(actor, seq) WHERE action = 'view-protected';
`,
};
