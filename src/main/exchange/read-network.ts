import type { CaseEntity, CaseIdentifier, CaseLink, Properties } from '../../core/evidence/case-data.ts';
import type { PersonStatus } from '../../core/model/case-terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { LinkType, Strength } from '../../core/model/link-types.ts';
import { leadSql, membersOf } from '../store/members.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** Entities of the selection by their internal key. */
export type EntityIds = ReadonlyMap<number, string>;

/** Which entities are chosen: null = all of the file. A chart without a list of entities chooses its members. */
export function chosenEntities(
  database: ReadableDatabase,
  chosen: readonly string[] | null,
  chartId: string | null,
): ReadonlySet<string> | null {
  if (chosen !== null) return new Set(chosen);
  if (chartId === null) return null;
  return new Set(chartPositions(database, chartId).keys());
}

export function chartPositions(
  database: ReadableDatabase,
  chartId: string,
): Map<string, readonly [number, number]> {
  const rows = database.all<{ id: string; x: number; y: number }>(
    `SELECT lead.id, member.x, member.y FROM chart_member member JOIN chart ON chart.seq = member.chart_seq
     JOIN entity ON entity.seq = member.entity_seq JOIN entity lead ON lead.seq = ${leadSql('entity')}
     WHERE chart.id = ? ORDER BY entity.lead_seq IS NULL, member.entity_seq`,
    chartId,
  );
  return new Map(rows.map((row) => [row.id, [row.x, row.y] as const]));
}

interface EntityRow {
  seq: number;
  id: string;
  type: string;
  label: string;
  status: string | null;
  minor: number;
  properties: string;
  source_id: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Every record by itself, of a merged one with the id of its lead; whoever is chosen takes the rest of its group along. */
export function readEntities(
  database: ReadableDatabase,
  fileSeq: number,
  chosen: ReadonlySet<string> | null,
  positions: ReadonlyMap<string, readonly [number, number]>,
): { ids: EntityIds; entities: CaseEntity[] } {
  const identifiers = readIdentifiers(database, fileSeq);
  const { leadOf } = membersOf(database);
  const rows = database.all<EntityRow>(ENTITIES, fileSeq);
  const idOf = new Map(rows.map((row) => [row.seq, row.id]));
  const taken = new Set(
    rows.filter((row) => chosen === null || chosen.has(row.id)).map((row) => leadOf(row.seq)),
  );
  const ids = new Map<number, string>();
  const entities: CaseEntity[] = [];
  for (const row of rows) {
    const lead = leadOf(row.seq);
    if (!taken.has(lead)) continue;
    ids.set(row.seq, row.id);
    const leadId = idOf.get(lead) ?? row.id;
    entities.push({
      ...caseEntity(row, identifiers.get(row.seq) ?? [], positions.get(leadId) ?? null),
      ...(leadId === row.id ? {} : { leadId }),
    });
  }
  return { ids, entities };
}

const ENTITIES = `SELECT entity.seq, entity.id, entity.type, entity.label, entity.status, entity.minor, entity.properties,
    source.id AS source_id,
    (SELECT latitude FROM place WHERE entity_seq = entity.seq LIMIT 1) AS latitude,
    (SELECT longitude FROM place WHERE entity_seq = entity.seq LIMIT 1) AS longitude
  FROM entity LEFT JOIN batch ON batch.seq = entity.batch_seq LEFT JOIN source ON source.seq = batch.source_seq
  WHERE entity.file_seq = ? ORDER BY entity.seq`;

function caseEntity(
  row: EntityRow,
  identifiers: readonly CaseIdentifier[],
  position: readonly [number, number] | null,
): CaseEntity {
  return {
    id: row.id,
    type: row.type as EntityType,
    label: row.label,
    status: row.status as PersonStatus | null,
    minor: row.minor === 1,
    pseudonym: false,
    properties: JSON.parse(row.properties) as Properties,
    identifiers,
    sourceId: row.source_id,
    position,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

function readIdentifiers(database: ReadableDatabase, fileSeq: number): Map<number, CaseIdentifier[]> {
  const found = new Map<number, CaseIdentifier[]>();
  const rows = database.all<CaseIdentifier & { entity_seq: number }>(
    `SELECT identifier.entity_seq, identifier.kind, identifier.value, identifier.raw, identifier.check_result AS "check",
            source.id AS sourceId
     FROM identifier LEFT JOIN batch ON batch.seq = identifier.batch_seq LEFT JOIN source ON source.seq = batch.source_seq
     WHERE identifier.file_seq = ? ORDER BY identifier.entity_seq, identifier.kind, identifier.value`,
    fileSeq,
  );
  for (const { entity_seq, ...identifier } of rows) {
    const list = found.get(entity_seq);
    if (list === undefined) found.set(entity_seq, [identifier]);
    else list.push(identifier);
  }
  return found;
}

interface LinkRow {
  id: string;
  type: string;
  from_seq: number;
  to_seq: number;
  strength: string;
  start_at: number | null;
  end_at: number | null;
  properties: string;
  source_id: string | null;
}

export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

/** Links among the entities whose interval touches the period; an interval without an end is open. */
export function readLinks(
  database: ReadableDatabase,
  fileSeq: number,
  ids: EntityIds,
  period: Period | null,
): CaseLink[] {
  const rows = database.all<LinkRow>(
    `SELECT link.id, link.type, link.from_seq, link.to_seq, link.strength, link.start_at, link.end_at, link.properties,
            source.id AS source_id
     FROM link LEFT JOIN batch ON batch.seq = link.batch_seq LEFT JOIN source ON source.seq = batch.source_seq
     WHERE link.file_seq = ? ORDER BY link.seq`,
    fileSeq,
  );
  const links: CaseLink[] = [];
  for (const row of rows) {
    const from = ids.get(row.from_seq);
    const to = ids.get(row.to_seq);
    const before = period?.to != null && row.start_at !== null && row.start_at > period.to;
    const after = period?.from != null && row.end_at !== null && row.end_at < period.from;
    if (from === undefined || to === undefined || before || after) continue;
    links.push({
      id: row.id,
      type: row.type as LinkType,
      from,
      to,
      strength: row.strength as Strength,
      start: row.start_at,
      end: row.end_at,
      properties: JSON.parse(row.properties) as Properties,
      sourceId: row.source_id,
    });
  }
  return links;
}
