import { resolve } from 'node:path';
import type { Input, Output } from '../../../../src/contract/index.ts';
import { METHODS } from '../../../../src/contract/index.ts';
import type { EntityType } from '../../../../src/core/model/entity-types.ts';
import type { Context } from '../../../../src/main/engine/context.ts';
import { indexEntity } from '../../../../src/main/store/entity-text.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';

export interface SearchCase extends SeededFile {
  /** A thing with numbers and properties, as an import leaves it. */
  thing(name: string, type: EntityType, label: string, known?: Known): string;
  find(text: string, more?: Partial<Input<'search.query'>>): Promise<Output<'search.query'>>;
  /** Label and reason of what is found. */
  labels(text: string, more?: Partial<Input<'search.query'>>): Promise<string[]>;
}

interface Known {
  readonly numbers?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  readonly status?: string;
  readonly minor?: boolean;
  readonly source?: number;
}

export function searchCase(): SearchCase {
  const file = seededFile();
  const context = {
    ...file.context,
    settings: { get: () => ({ language: 'en', timeZone: 'Europe/Chisinau' }) },
    resourcesFolder: resolve('resources'),
  } as unknown as Context;
  const find: SearchCase['find'] = async (text, more = {}) => {
    const answer = await storeHandlers['search.query'](context, {
      fileId: file.fileId,
      text,
      limit: 50,
      ...more,
    });
    return METHODS['search.query'].output.parse(answer);
  };
  return {
    ...file,
    context,
    find,
    labels: async (text, more) =>
      (await find(text, more)).hits.map(({ entity, why }) => `${entity.label} · ${why}`),
    thing: (name, type, label, known = {}) => addThing(file, name, type, label, known),
  };
}

function addThing(file: SeededFile, name: string, type: EntityType, label: string, known: Known): string {
  const id = file.entity(name, type, label);
  const seq = file.seq(name);
  const { database, fileSeq } = file;
  database.run(
    'UPDATE entity SET status = ?, minor = ?, properties = ? WHERE seq = ?',
    ...[known.status ?? null, known.minor === true ? 1 : 0, JSON.stringify(known.properties ?? {}), seq],
  );
  for (const [kind, value] of Object.entries(known.numbers ?? {})) {
    database.run(
      "INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?, ?, ?, ?, ?, 'valid')",
      ...[fileSeq, kind, value, seq, value.replace(/^[A-Z]{2}:/, '')],
    );
  }
  const said = { ...known.properties, name: label };
  for (const [property, value] of Object.entries(said)) {
    database.run(
      'INSERT INTO assertion (id, file_seq, source_seq, entity_seq, property, value, created_at) VALUES (?, ?, ?, ?, ?, ?, 0)',
      ...[`${id}|${property}`, fileSeq, known.source ?? file.sourceSeq, seq, property, value],
    );
  }
  indexEntity(database, seq);
  return id;
}

/** Only these modes on. */
export function only(...on: string[]): Input<'search.setModes'>['modes'] {
  const has = (name: string): boolean => on.includes(name);
  return {
    diacritics: has('diacritics'),
    transliterated: has('transliterated'),
    phonetic: has('phonetic'),
    givenNames: has('givenNames'),
  };
}
