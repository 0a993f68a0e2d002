import type { Input, Output } from '../../contract/index.ts';
import { effectiveMarking, type MarkedItem, type Marking } from '../../core/evidence/marking.ts';
import type { TlpLabel } from '../../core/evidence/tlp.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { entitySeqs } from '../store/entities.ts';
import { evidenceScope } from '../store/evidence-scope.ts';
import { membersOf } from '../store/members.ts';
import { fileMarking } from '../store/sources.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { statedRows } from './stated.ts';

interface MarkedRow {
  level: Marking['level'];
  handling: string;
  handling_text: string | null;
  tlp?: TlpLabel | null;
  recipients?: string;
}

function toItem({ level, handling, handling_text, tlp = null, recipients }: MarkedRow): MarkedItem {
  return {
    level,
    handling: JSON.parse(handling) as Marking['handling'],
    handlingText: handling_text,
    tlp,
    recipients: JSON.parse(recipients ?? '[]') as string[],
  };
}

/**
 * What must stand on a view: the marking of the file, of every source that speaks of what it shows, and of facts with a
 * marking of their own. A filter by time does not loosen it: who is shown was named by all of them.
 */
export function markingOf(
  context: Context,
  { fileId, entityIds, ...filter }: Input<'evidence.marking'>,
): Output<'evidence.marking'> {
  const database = context.database();
  const file = fileSeq(database, fileId);
  const items =
    entityIds === undefined ? ofFile(database, file, filter) : ofEntities(database, file, entityIds, filter);
  const { handling, handlingTexts, recipients, ...rest } = effectiveMarking([
    fileMarking(database, file),
    ...items.map(toItem),
  ]);
  return {
    ...rest,
    handling: [...handling],
    handlingTexts: [...handlingTexts],
    recipients: recipients === null ? null : [...recipients],
  };
}

type Filter = Pick<Input<'evidence.marking'>, 'sources' | 'grades'>;
const SOURCE_MARKING = 'level, handling, handling_text, tlp, recipients';
const OWN_MARKING = 'DISTINCT a.level, a.handling, a.handling_text';

function ofFile(database: ReadableDatabase, file: number, filter: Filter): MarkedRow[] {
  const scope = evidenceScope(database, file, filter);
  const ids = filter.sources == null ? null : JSON.stringify(filter.sources);
  const sources = database.all<MarkedRow>(
    `SELECT ${SOURCE_MARKING} FROM source WHERE file_seq = ? AND (? IS NULL OR id IN (SELECT value FROM json_each(?)))`,
    file,
    ids,
    ids,
  );
  const own = database.all<MarkedRow>(
    `SELECT ${OWN_MARKING} FROM assertion a WHERE a.file_seq = ? AND a.level IS NOT NULL ${scope === null ? '' : `AND ${scope.factSql}`}`,
    file,
    ...(scope?.factValues ?? []),
  );
  return [...sources, ...own];
}

function ofEntities(
  database: ReadableDatabase,
  file: number,
  entityIds: readonly string[],
  filter: Filter,
): MarkedRow[] {
  const { entities, lines } = statedRows(database, file, entityIds, filter);
  const sources = database.all<MarkedRow>(
    `SELECT ${SOURCE_MARKING} FROM source WHERE seq IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set([...entities, ...lines].map((row) => row.source_seq))]),
  );
  const scope = evidenceScope(database, file, filter);
  const members = JSON.stringify(membersOf(database).withMembers(entitySeqs(database, file, entityIds)));
  const own = database.all<MarkedRow>(
    `WITH member(seq) AS (SELECT value FROM json_each(?))
     SELECT ${OWN_MARKING} FROM assertion a LEFT JOIN link ON link.seq = a.link_seq
     WHERE a.file_seq = ? AND a.level IS NOT NULL AND (a.entity_seq IN (SELECT seq FROM member)
       OR (link.from_seq IN (SELECT seq FROM member) AND link.to_seq IN (SELECT seq FROM member)))
       ${scope === null ? '' : `AND ${scope.factSql}`}`,
    members,
    file,
    ...(scope?.factValues ?? []),
  );
  return [...sources, ...own];
}
