import { v7 as uuidv7 } from 'uuid';
import type { Input, Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

type Listed = Output<'permission.list'>['permissions'][number];

/** A permission as it is written, so that it can be written again under the same id. */
interface Stored {
  readonly id: string;
  readonly sourceId: string;
  readonly recipient: string;
  readonly grantedBy: string;
  readonly granted: number;
  /** Scope and document of the permission as JSON: the table has one column for what it covers. */
  readonly scope: string;
}

interface Row extends Stored {
  readonly sourceReference: string;
  readonly fileSeq: number;
}

const SELECT = `SELECT permission.id, source.id AS sourceId, source.reference AS sourceReference, source.file_seq AS fileSeq, recipient,
    granted_by AS grantedBy, granted_at AS granted, scope
  FROM disclosure_permission permission JOIN source ON source.seq = permission.source_seq`;

function write(database: WritableDatabase, rows: readonly Stored[]): void {
  for (const { id, recipient, grantedBy, granted, scope, sourceId } of rows) {
    database.run(
      `INSERT INTO disclosure_permission (id, source_seq, recipient, granted_by, granted_at, scope)
       SELECT ?, seq, ?, ?, ?, ? FROM source WHERE id = ?`,
      id,
      recipient,
      grantedBy,
      granted,
      scope,
      sourceId,
    );
  }
}

function erase(database: WritableDatabase, rows: readonly Stored[]): void {
  for (const { id } of rows) database.run('DELETE FROM disclosure_permission WHERE id = ?', id);
}

function listed({ scope, fileSeq: _internal, ...row }: Row): Listed {
  return { ...row, ...(JSON.parse(scope) as { scope: string; document: string }) };
}

export function listPermissions(database: ReadableDatabase, fileId: string): Listed[] {
  return database
    .all<Row>(`${SELECT} WHERE source.file_seq = ? ORDER BY permission.seq`, fileSeq(database, fileId))
    .map(listed);
}

const DAY = 86_400_000;

/** Failures: package.no-source, package.permission-ahead. */
export function addPermission(context: Context, input: Input<'permission.add'>): string {
  const database = context.database();
  const source = database.one<{ file_seq: number; reference: string }>(
    'SELECT file_seq, reference FROM source WHERE id = ?',
    input.sourceId,
  );
  if (source === undefined) throw new Failure('package.no-source');
  if (input.granted > context.now() + DAY) throw new Failure('package.permission-ahead');
  const { sourceId, grantedBy, granted, scope, document, recipients } = input;
  const rows = [...new Set(recipients)].map((recipient) => ({
    id: uuidv7(),
    sourceId,
    recipient,
    grantedBy,
    granted,
    scope: JSON.stringify({ scope, document }),
  }));
  const params = { source: source.reference, recipients: recipients.join(', ') };
  const day = new Date(granted).toISOString().slice(0, 10);
  const what = {
    ...named(source.file_seq, 'permission.add', rows),
    label: { key: 'package:journal.permissionAdd', params },
    action: 'permission-add',
    reason: scope,
    details: {
      source: source.reference,
      recipients,
      grantedBy,
      granted: day,
      document,
      permissions: ids(rows),
    },
  };
  return command(context, what, () => write(database, rows));
}

/** Failure package.no-permission. */
export function withdrawPermission(context: Context, input: Input<'permission.withdraw'>): string {
  const database = context.database();
  const row = database.one<Row>(`${SELECT} WHERE permission.id = ?`, input.permissionId);
  if (row === undefined) throw new Failure('package.no-permission');
  const { fileSeq: file, sourceReference, ...stored } = row;
  const what = {
    ...named(file, 'permission.withdraw', [stored]),
    label: {
      key: 'package:journal.permissionWithdraw',
      params: { source: sourceReference, recipients: row.recipient },
    },
    action: 'permission-withdraw',
    reason: input.reason,
    details: {
      source: sourceReference,
      recipients: [row.recipient],
      grantedBy: row.grantedBy,
      permissions: ids([stored]),
    },
  };
  return command(context, what, () => erase(database, [stored]));
}

function ids(rows: readonly Stored[]): string[] {
  return rows.map((one) => one.id);
}

function named(fileSeq: number, kind: string, rows: readonly Stored[]) {
  return { fileSeq, kind, object: `source:${rows[0]?.sourceId ?? ''}` };
}
