import type { Migration } from './migration.ts';

/**
 * document_page: the text of an imported document, page by page; page 0 where it has none. `latin` is the copy in
 * Latin letters of what is written in others, so that a name is found in either alphabet. The search index holds
 * words only and reads the text itself from here for a snippet; triggers keep the two alike whoever writes.
 */
export const documents: Migration = {
  version: 23,
  sql: `
CREATE TABLE document_page (
  seq INTEGER PRIMARY KEY, entity_seq INTEGER NOT NULL REFERENCES entity(seq) ON DELETE CASCADE, page INTEGER NOT NULL,
  text TEXT NOT NULL, latin TEXT NOT NULL, batch_seq INTEGER, UNIQUE (entity_seq, page)) STRICT;
CREATE VIRTUAL TABLE document_text USING fts5(text, latin, content='document_page', content_rowid='seq', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER document_page_added AFTER INSERT ON document_page BEGIN
  INSERT INTO document_text (rowid, text, latin) VALUES (NEW.seq, NEW.text, NEW.latin); END;
CREATE TRIGGER document_page_gone AFTER DELETE ON document_page BEGIN
  INSERT INTO document_text (document_text, rowid, text, latin) VALUES ('delete', OLD.seq, OLD.text, OLD.latin); END;
CREATE TRIGGER document_page_changed AFTER UPDATE ON document_page BEGIN
  INSERT INTO document_text (document_text, rowid, text, latin) VALUES ('delete', OLD.seq, OLD.text, OLD.latin);
  INSERT INTO document_text (rowid, text, latin) VALUES (NEW.seq, NEW.text, NEW.latin); END;
`,
};
