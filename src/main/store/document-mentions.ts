import type { Mention } from '../../contract/documents.ts';
import type { EntitySummary } from '../../contract/terms.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/model/entity-types.ts';
import { type FoundIdentifier, searchIdentifiers } from '../../core/text/find-identifiers.ts';
import { type Named, NameFinder } from '../../core/text/find-names.ts';
import { nameShutter } from '../../core/text/shut-names.ts';
import { around } from '../../core/text/snippet.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { Context } from '../engine/context.ts';
import { inTurns } from '../engine/in-turns.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { type EntityRecord, entitiesBySeq } from './entities.ts';
import { membersOf } from './members.ts';
import { protectedNames } from './protected-names.ts';
import { shutterOf } from './shutter.ts';

const MOST_SHOWN = 500;
const WIDTH = 70;
const OTHER_TYPES: Readonly<Record<string, EntityType>> = { vin: 'vehicle', account: 'bank_account' };
/** Types whose names are looked for; of the others a number is what names them. */
const NAMED: readonly EntityType[] = ['person', 'organisation', 'criminal_group', 'place', 'vessel'];

interface Page {
  readonly page: number;
  readonly text: string;
}

/** One place of a text before it is looked up. */
interface Place {
  readonly kind: string;
  readonly part: Page;
  readonly start: number;
  readonly end: number;
  readonly identifier: FoundIdentifier | null;
  readonly seqs: readonly number[];
}

/** The entity type an identifier of this kind names. */
export function typeNamedBy({ kind, holder }: Pick<FoundIdentifier, 'kind' | 'holder'>): EntityType {
  if (holder !== null) return 'person';
  const named = Object.entries(ENTITY_TYPES).find(([, record]) => record.identifier === kind)?.[0];
  return OTHER_TYPES[kind] ?? (named as EntityType | undefined) ?? 'document';
}

export function pagesOf(database: ReadableDatabase, documentSeq: number): Page[] {
  return database.all<{ page: number; text: string }>(
    'SELECT page, text FROM document_page WHERE entity_seq = ? ORDER BY abs(page)',
    documentSeq,
  );
}

/** Country the file was read as: national numbers and plates of its text are read as the same. */
export function countryOf(database: ReadableDatabase, documentSeq: number): string {
  const row = database.one<{ specification: string }>(
    'SELECT specification FROM batch JOIN entity ON entity.batch_seq = batch.seq WHERE entity.seq = ?',
    documentSeq,
  );
  const country: unknown = row === undefined ? '' : JSON.parse(row.specification).country;
  return typeof country === 'string' ? country : '';
}

/**
 * What the text of a document holds, each thing once where it first stands: worked out when somebody opens it, so it
 * always knows the names the file has by now. Of protected people nothing is written out. A long text is searched in
 * turns; a vault that is locked in between ends it with vault.locked.
 */
export async function mentionsIn(
  context: Context,
  document: EntityRecord,
): Promise<{ mentions: Mention[]; total: number }> {
  const places = distinct(await inTurns(placesIn(context.database(), document)));
  const database = context.database();
  const owners = ownersOf(database, document.file_seq);
  const shown = places
    .slice(0, MOST_SHOWN)
    .map((place) => (place.identifier === null ? place : { ...place, seqs: owners(place.identifier) }));
  const shutter = shutterOf(context);
  const members = membersOf(database);
  const entities = entitiesBySeq(
    database,
    shown.flatMap((place) => place.seqs),
    shutter,
  );
  const linked = linkedTo(database, document.seq);
  const shut = nameShutter(protectedNames(database, document.file_seq));
  const mentions = shown.map((place) => {
    const leads = new Map(place.seqs.map((seq) => [members.leadOf(seq), entities.get(seq)]));
    const known = [...leads].flatMap(([seq, entity]) =>
      entity === undefined ? [] : [{ ...entity, linked: linked.has(seq) }],
    );
    return written(place, known, shut);
  });
  return { mentions, total: places.length };
}

function written(
  { kind, part, start, end, identifier }: Place,
  entities: readonly (EntitySummary & { linked: boolean })[],
  shut: (text: string) => string,
): Mention {
  const { before, after } = around(part.text, start, end, WIDTH);
  const isShut = entities.some((entity) => entity.protected);
  const raw = identifier?.raw ?? part.text.slice(start, end);
  const holder = identifier?.holder ?? null;
  return {
    kind,
    raw: isShut ? '' : shut(raw.replace(/\s+/g, ' ')),
    check: identifier?.check ?? null,
    page: part.page > 0 ? part.page : null,
    part: part.page,
    offset: start,
    before: shut(before),
    after: shut(after),
    holder: isShut || holder === null ? null : shut(holder),
    type: identifier === null ? null : typeNamedBy(identifier),
    entities: [...entities],
  };
}

/** Reads the vault before its first pause only. Whose the identifiers are is not looked up here: most are not shown. */
function* placesIn(database: ReadableDatabase, { seq, file_seq }: EntityRecord): Steps<Place[]> {
  const country = countryOf(database, seq);
  const pages = pagesOf(database, seq);
  const labels = namesIn(database, file_seq, seq);
  const names = new NameFinder<number>();
  yield* names.add(labels);
  const places: Place[] = [];
  for (const part of pages) {
    const identifiers = (yield* searchIdentifiers(part.text, country)).map((identifier) => ({
      kind: identifier.kind,
      part,
      start: identifier.start,
      end: identifier.end,
      identifier,
      seqs: [],
    }));
    const found = (yield* names.search(part.text)).map(({ of, start, end }) => ({
      kind: 'name',
      part,
      start,
      end,
      identifier: null,
      seqs: [of],
    }));
    const inOrder = [...identifiers, ...found].sort((one, other) => one.start - other.start);
    for (const place of inOrder) places.push(place);
  }
  return places;
}

/** Names of one place that mean several things are one mention of them all. */
function distinct(places: readonly Place[]): Place[] {
  const found = new Map<string, Place>();
  for (const place of places) {
    const key =
      place.identifier === null ? `name ${place.seqs.join()}` : `${place.kind} ${place.identifier.value}`;
    if (!found.has(key)) found.set(key, place);
  }
  const bySpan = new Map<string, Place[]>();
  for (const place of found.values()) {
    const key =
      place.identifier === null
        ? `${place.part.page} ${place.start} ${place.end}`
        : `${place.kind} ${place.identifier.value}`;
    const twins = bySpan.get(key);
    if (twins === undefined) bySpan.set(key, [place]);
    else twins.push(place);
  }
  return [...bySpan.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, seqs: [first, ...others].flatMap(({ seqs }) => seqs) }],
  );
}

function namesIn(database: ReadableDatabase, fileSeq: number, documentSeq: number): Named<number>[] {
  return database.all<{ name: string; of: number }>(
    `SELECT label AS name, seq AS of FROM entity WHERE file_seq = ? AND seq <> ? AND type IN (SELECT value FROM json_each(?))
     UNION SELECT a.value, a.entity_seq FROM assertion a JOIN entity e ON e.seq = a.entity_seq
       WHERE e.file_seq = ? AND a.property IN ('name', 'alias') AND e.type IN (SELECT value FROM json_each(?))`,
    fileSeq,
    documentSeq,
    JSON.stringify(NAMED),
    fileSeq,
    JSON.stringify(NAMED),
  );
}

/** A plate's value holds its country, which the text may not tell: the rest of it is enough to offer it. */
function ownersOf(database: ReadableDatabase, fileSeq: number): (found: FoundIdentifier) => number[] {
  let plates: Map<string, number[]> | null = null;
  return ({ kind, value }) => {
    if (kind === 'plate') {
      plates ??= plateOwners(database, fileSeq);
      return plates.get(withoutCountry(value)) ?? [];
    }
    const sql = 'SELECT entity_seq AS seq FROM identifier WHERE kind = ? AND value = ? AND file_seq = ?';
    return database.all<{ seq: number }>(sql, kind, value, fileSeq).map(({ seq }) => seq);
  };
}

const withoutCountry = (value: string): string => value.slice(value.indexOf(':') + 1);

function plateOwners(database: ReadableDatabase, fileSeq: number): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  const sql =
    "SELECT value, entity_seq AS seq FROM identifier WHERE kind = 'plate' AND file_seq = ? ORDER BY value, entity_seq";
  for (const { value, seq } of database.all<{ value: string; seq: number }>(sql, fileSeq)) {
    const plate = withoutCountry(value);
    owners.set(plate, [...(owners.get(plate) ?? []), seq]);
  }
  return owners;
}

/** Leads of what this document is linked with already. */
function linkedTo(database: ReadableDatabase, documentSeq: number): Set<number> {
  const members = membersOf(database);
  const rows = database.all<{ seq: number }>(
    'SELECT from_seq AS seq FROM link WHERE to_seq = ? UNION SELECT to_seq FROM link WHERE from_seq = ?',
    documentSeq,
    documentSeq,
  );
  return new Set(rows.map(({ seq }) => members.leadOf(seq)));
}
