import type { Input, Output } from '../../contract/index.ts';
import type { ComparedNumber } from '../../contract/seen-in.ts';
import { isProtected } from '../../core/model/case-terms.ts';
import type { Context } from '../engine/context.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { fileSeq } from './analysis-files.ts';
import { audit } from './command.ts';
import { entitiesBySeq, shownRecord } from './entities.ts';
import { membersOf } from './members.ts';
import { seenPlaces } from './seen-places.ts';
import { shutterOf } from './shutter.ts';

type Seen = Output<'entity.seenIn'>;

const SHUT: Seen = { shut: true, entities: [], charts: [], sources: [], packages: [], files: [] };
/** Of a number that hundreds hold nobody reads more. */
const MOST = 500;

/** What is looked for: numbers, and the records that are the entity itself. */
interface Asked {
  readonly own: readonly number[];
  readonly numbers: readonly ComparedNumber[];
}

/** Failures: store.no-such-file, store.no-such-entity. */
export function seenIn(context: Context, { fileId, asked }: Input<'entity.seenIn'>): Seen {
  const database = context.database();
  const open = fileSeq(database, fileId);
  const wanted = 'identifier' in asked ? { own: [], numbers: [asked.identifier] } : ofEntity(context, asked);
  if (wanted === null) return SHUT;
  const holders = holdersOf(database, wanted.numbers);
  const inOpen = holders.filter((one) => one.file_seq === open);
  const { entities, told } = named(context, wanted.own, inOpen);
  return {
    shut: false,
    entities,
    ...seenPlaces(database, open, told),
    files: otherFiles(database, open, wanted, holders),
  };
}

/** null: it is shut. */
function ofEntity(
  context: Context,
  { entityId, reason = '' }: { readonly entityId: string; readonly reason?: string | undefined },
): Asked | null {
  const database = context.database();
  const row = shownRecord(database, entityId);
  if (isProtected(row.status, row.minor === 1)) {
    if (reason === '') return null;
    audit(context, 'view-protected', `entity:${row.id}`, reason);
  }
  const own = membersOf(database).withMembers([row.seq]);
  const numbers = database.all<ComparedNumber>(
    `SELECT DISTINCT i.kind, i.value FROM json_each(?) own CROSS JOIN identifier i ON i.entity_seq = own.value
     ORDER BY i.kind, i.value LIMIT ?`,
    JSON.stringify(own),
    MOST,
  );
  return { own, numbers };
}

interface Holder extends ComparedNumber {
  readonly entity_seq: number;
  readonly file_seq: number;
}

/** Every record of the vault that holds one of the numbers, each number by one step in the index. */
export function holdersOf(database: ReadableDatabase, numbers: readonly ComparedNumber[]): Holder[] {
  return database.all<Holder>(
    `SELECT i.kind, i.value, i.entity_seq, i.file_seq FROM json_each(?) asked CROSS JOIN identifier i
     ON i.kind = json_extract(asked.value, '$.kind') AND i.value = json_extract(asked.value, '$.value') LIMIT ?`,
    JSON.stringify(numbers),
    MOST,
  );
}

/**
 * Those of the open file by name, members under their lead. A protected one is left out: the number would name them.
 * `told`: all records the places below may speak of.
 */
function named(
  context: Context,
  own: readonly number[],
  holders: readonly Holder[],
): { entities: Seen['entities']; told: number[] } {
  const database = context.database();
  const members = membersOf(database);
  const byLead = Map.groupBy(holders, (one) => members.leadOf(one.entity_seq));
  const summaries = entitiesBySeq(database, [...byLead.keys()], shutterOf(context));
  const entities: Seen['entities'] = [];
  const told = new Set(own);
  for (const [lead, held] of byLead) {
    const entity = summaries.get(lead);
    if (entity === undefined || entity.protected || own.includes(lead)) continue;
    entities.push({ entity, numbers: distinct(held) });
    for (const seq of members.withMembers([lead])) told.add(seq);
  }
  return { entities, told: [...told] };
}

function distinct(held: readonly ComparedNumber[]): ComparedNumber[] {
  return [...new Map(held.map(({ kind, value }) => [`${kind}|${value}`, { kind, value }] as const)).values()];
}

/** Hit or no hit, with the reference; the file the entity itself is in is no news. */
function otherFiles(
  database: ReadableDatabase,
  open: number,
  { own }: Asked,
  holders: readonly Holder[],
): Seen['files'] {
  const others = holders.filter((one) => one.file_seq !== open && !own.includes(one.entity_seq));
  const byFile = Map.groupBy(others, (one) => one.file_seq);
  const files = database.all<{ seq: number; reference: string }>(
    'SELECT seq, reference FROM analysis_file WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY reference',
    JSON.stringify([...byFile.keys()]),
  );
  return files.map(({ seq, reference }) => ({ reference, numbers: distinct(byFile.get(seq) ?? []) }));
}
