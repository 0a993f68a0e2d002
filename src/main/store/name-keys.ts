import { readBirth } from '../../core/matching/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { blockingKeys, givenNameKeys } from '../../core/names/index.ts';
import type { WritableDatabase } from '../vault/database.ts';

/** Types known by a name that others may write otherwise. */
export const NAMED_TYPES: readonly EntityType[] = ['person', 'organisation', 'criminal_group'];

export interface NamedEntity {
  readonly seq: number;
  readonly fileSeq: number;
  readonly type: EntityType;
  readonly names: readonly string[];
  readonly births: readonly string[];
}

const LONGEST = 500;
/** A sign no key of a name begins with. */
const BIRTH_SIGN = '=';

/** Keys of names, and of a birth date that is known to the day. */
export function nameKeys({
  type,
  names,
  births,
}: Pick<NamedEntity, 'type' | 'names' | 'births'>): ReadonlySet<string> {
  const kind = type === 'person' ? 'person' : 'organisation';
  const keys = new Set<string>();
  for (const name of new Set(names)) {
    if (!/\p{L}/u.test(name)) continue;
    const text = name.slice(0, LONGEST);
    for (const key of blockingKeys(text, { kind })) keys.add(key);
    if (kind === 'person') for (const key of givenNameKeys(text)) keys.add(key);
  }
  for (const text of births) {
    const date = readBirth(text);
    if (date?.length === 10) keys.add(BIRTH_SIGN + date);
  }
  return keys;
}

/** Writes the keys of a record that has none yet; things that are not known by a name get none. */
export function writeNameKeys(database: WritableDatabase, entity: NamedEntity): void {
  if (!NAMED_TYPES.includes(entity.type)) return;
  for (const key of nameKeys(entity)) {
    database.run(
      'INSERT OR IGNORE INTO name_key (file_seq, key, entity_seq) VALUES (?, ?, ?)',
      entity.fileSeq,
      key,
      entity.seq,
    );
  }
}

/** Reads names and dates of a record again and writes its keys anew. */
export function indexNames(database: WritableDatabase, seq: number): void {
  database.run('DELETE FROM name_key WHERE entity_seq = ?', seq);
  database.run('DELETE FROM name_key_missing WHERE entity_seq = ?', seq);
  const entity = database.one<{ file_seq: number; type: EntityType; label: string; born: string | null }>(
    "SELECT file_seq, type, label, json_extract(properties, '$.birthDate') AS born FROM entity WHERE seq = ?",
    seq,
  );
  if (entity === undefined || !NAMED_TYPES.includes(entity.type)) return;
  const facts = database.all<{ property: string; value: string }>(
    "SELECT DISTINCT property, value FROM assertion WHERE entity_seq = ? AND property IN ('name', 'alias', 'birthDate')",
    seq,
  );
  const of = (isDate: boolean): string[] =>
    facts.filter(({ property }) => (property === 'birthDate') === isDate).map(({ value }) => value);
  writeNameKeys(database, {
    seq,
    fileSeq: entity.file_seq,
    type: entity.type,
    names: [entity.label, ...of(false)],
    births: entity.born === null ? of(true) : [String(entity.born), ...of(true)],
  });
}
