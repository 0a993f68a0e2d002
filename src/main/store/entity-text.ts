import { transliterations } from '../../core/names/index.ts';
import { soundKeys } from '../../core/names/sound-keys.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { indexNames } from './name-keys.ts';

interface Searchable {
  readonly label: string;
  readonly identifiers: readonly string[];
  readonly facts: readonly string[];
  /** Other names it goes by, beside the label. */
  readonly names: readonly string[];
}

/**
 * Writes the search rows of one entity: its words, a copy in Latin letters, how its names sound, and its numbers in parts. A fact that only
 * repeats its name or a number of it is found there already.
 */
export function writeEntityText(database: WritableDatabase, entitySeq: number, text: Searchable): void {
  const own = new Set([text.label, ...text.identifiers]);
  const facts = text.facts.filter((one) => !own.has(one));
  const latin = [text.label, ...facts].flatMap((one) => transliterations(one)).join(' ');
  database.run(
    'INSERT INTO entity_text (rowid, label, identifiers, facts, transliterated) VALUES (?,?,?,?,?)',
    entitySeq,
    text.label,
    text.identifiers.join(' '),
    facts.join(' '),
    latin,
  );
  if (text.identifiers.length > 0) {
    database.run(
      'INSERT INTO identifier_part (rowid, value) VALUES (?,?)',
      entitySeq,
      text.identifiers.join(' '),
    );
  }
  const keys = soundKeys([text.label, ...text.names].join(' '));
  if (keys.length > 0) {
    database.run('INSERT INTO name_sound (rowid, keys) VALUES (?,?)', entitySeq, keys.join(' '));
  }
}

export function removeEntityText(database: WritableDatabase, entitySeq: number): void {
  database.run('DELETE FROM entity_text WHERE rowid = ?', entitySeq);
  database.run('DELETE FROM identifier_part WHERE rowid = ?', entitySeq);
  database.run('DELETE FROM name_sound WHERE rowid = ?', entitySeq);
}

/** Reads label, identifiers and facts again and writes search rows and name keys anew; after any edit of the entity. */
export function indexEntity(database: WritableDatabase, entitySeq: number): void {
  removeEntityText(database, entitySeq);
  indexNames(database, entitySeq);
  const entity = database.one<{ label: string }>('SELECT label FROM entity WHERE seq = ?', entitySeq);
  if (entity === undefined) return;
  const identifiers = database.all<{ value: string; raw: string }>(
    'SELECT value, raw FROM identifier WHERE entity_seq = ?',
    entitySeq,
  );
  const facts = database.all<{ value: string; is_name: number }>(
    "SELECT value, max(property IN ('name', 'alias')) AS is_name FROM assertion WHERE entity_seq = ? GROUP BY value",
    entitySeq,
  );
  writeEntityText(database, entitySeq, {
    label: entity.label,
    identifiers: [...new Set(identifiers.flatMap((one) => [one.value, one.raw]))],
    facts: facts.map((one) => one.value),
    names: facts.filter((one) => one.is_name === 1).map((one) => one.value),
  });
}
