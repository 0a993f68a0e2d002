import type { Input, Output } from '../../contract/index.ts';
import { isOverdue } from '../../core/checks/index.ts';
import { isProtected } from '../../core/model/case-terms.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { audit } from '../store/command.ts';
import { entitiesBySeq, shownRecord } from '../store/entities.ts';
import { membersOf } from '../store/members.ts';
import { shutterOf } from '../store/shutter.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { CHECK_ROWS, type CheckRow, checkOf } from './rows.ts';

const SHUT = { shut: true, checks: [], national: [], values: [] };

/** Everything asked about an entity and what is merged into it, newest first. */
export function checksOf(
  context: Context,
  { entityId, today, reason = '' }: Input<'check.list'>,
): Output<'check.list'> {
  const database = context.database();
  const entity = shownRecord(database, entityId);
  if (isProtected(entity.status, entity.minor === 1)) {
    if (reason === '') return SHUT;
    audit(context, 'view-protected', `entity:${entity.id}`, reason);
  }
  const group = JSON.stringify(membersOf(database).withMembers([entity.seq]));
  const rows = database.all<CheckRow>(
    `${CHECK_ROWS} WHERE c.entity_seq IN (SELECT value FROM json_each(?)) ORDER BY c.checked_at DESC, c.seq DESC`,
    group,
  );
  return {
    shut: false,
    checks: rows.map((row) => checkOf(row, today)),
    national: nationalNames(database, entity.file_seq, entity.type),
    values: askedWith(database, group, entity.label),
  };
}

/** A national database somebody asked once about a vehicle is one that every vehicle of the file can be asked for in. */
function nationalNames(database: ReadableDatabase, file: number, type: string): string[] {
  return database
    .all<{ name: string }>(
      `SELECT DISTINCT c.system_name AS name FROM external_check c JOIN entity e ON e.seq = c.entity_seq
       WHERE c.file_seq = ? AND c.system = 'national' AND e.type = ? ORDER BY name`,
      file,
      type,
    )
    .map(({ name }) => name);
}

function askedWith(database: ReadableDatabase, group: string, label: string): Output<'check.list'>['values'] {
  const numbers = database.all<{ kind: string; value: string }>(
    `SELECT kind, min(raw) AS value FROM identifier WHERE entity_seq IN (SELECT value FROM json_each(?))
     GROUP BY kind, value ORDER BY kind, value`,
    group,
  );
  return [{ kind: null, value: label }, ...numbers];
}

const OPEN = `${CHECK_ROWS} WHERE c.file_seq = ? AND c.received IS NULL AND c.result IN ('possible', 'hit')
  ORDER BY c.due IS NULL, c.due, c.checked_at, c.seq`;

/** A closed person stands in it by the shutter alone, so that a deadline is not missed. */
export function openChecks(context: Context, { fileId, today }: Input<'check.open'>): Output<'check.open'> {
  const database = context.database();
  const rows = database.all<CheckRow>(OPEN, fileSeq(database, fileId));
  const seqs = rows.map((row) => row.entity_seq);
  const entities = entitiesBySeq(database, seqs, shutterOf(context));
  const listed = rows.flatMap((row) => {
    const entity = entities.get(row.entity_seq);
    if (entity === undefined) return [];
    const check = entity.protected ? null : checkOf(row, today);
    return [{ entity, due: row.due, overdue: isOverdue(row, today), check }];
  });
  return { overdue: listed.filter((one) => one.overdue).length, rows: listed };
}
