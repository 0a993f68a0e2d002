import { v7 } from 'uuid';
import type { CheckFields } from '../../contract/checks.ts';
import type { Input, Output } from '../../contract/index.ts';
import type { Sentence } from '../../contract/terms.ts';
import { checkProblem } from '../../core/checks/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { checkHandling } from '../evidence/source-fields.ts';
import { fileIdOf, getFile } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
import { entityRecord } from '../store/entities.ts';
import { columnsOf } from './rows.ts';

/** Failures: checks.<problem>, evidence.handling-*. */
function requireSound(context: Context, fields: CheckFields): void {
  checkHandling(fields.marking.handling, fields.handlingText);
  const problem = checkProblem(fields, context.now());
  if (problem === null) return;
  throw new Failure(`checks.${problem}`);
}

/** What journal and audit say of a check: the database and the result, never what was asked. */
function named(act: 'add' | 'change' | 'withdraw', fields: Pick<CheckFields, 'system' | 'systemName'>) {
  const database: Sentence | string =
    fields.system === 'national' ? fields.systemName : { key: `checks:system.${fields.system}`, params: {} };
  return {
    kind: `check.${act}`,
    action: `check-${act}`,
    label: { key: `checks:journal.${act}`, params: { database } },
  };
}

function details({ system, systemName, result, received, answer }: CheckFields): Record<string, unknown> {
  const name = system === 'national' ? { name: systemName } : {};
  return { system, ...name, result, ...(received === null ? {} : { received, answer }) };
}

export function addCheck(context: Context, { entityId, ...given }: Input<'check.add'>): Output<'check.add'> {
  const database = context.database();
  const entity = entityRecord(database, entityId);
  const fields: CheckFields = {
    ...given,
    at: given.at ?? context.now(),
    operator: given.operator?.trim() ? given.operator : context.actor(),
    marking: given.marking ?? getFile(database, fileIdOf(database, entity.file_seq)).marking,
  };
  requireSound(context, fields);
  const id = v7();
  const row = {
    id,
    file_seq: entity.file_seq,
    entity_seq: entity.seq,
    ...columnsOf(fields),
    created_at: context.now(),
  };
  const names = Object.keys(row);
  const what = {
    ...named('add', fields),
    fileSeq: entity.file_seq,
    object: `check:${id}`,
    details: { ...details(fields), entity: entityId },
  };
  const journalId = command(context, what, () => {
    database.run(
      `INSERT INTO external_check (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
  });
  return { checkId: id, journalId };
}

/** Failures: checks.no-such-check and those of a new one. */
export function changeCheck(
  context: Context,
  { checkId, ...fields }: Input<'check.change'>,
): Output<'check.change'> {
  const database = context.database();
  const { file_seq } = recordOf(context, checkId);
  requireSound(context, fields);
  const what = {
    ...named('change', fields),
    fileSeq: file_seq,
    object: `check:${checkId}`,
    details: details(fields),
  };
  const journalId = command(context, what, () => {
    for (const [name, value] of Object.entries(columnsOf(fields)))
      database.run(`UPDATE external_check SET ${name} = ? WHERE id = ?`, value, checkId);
  });
  return { journalId };
}

/** Failure checks.no-such-check. */
export function withdrawCheck(
  context: Context,
  { checkId, reason }: Input<'check.withdraw'>,
): Output<'check.withdraw'> {
  const { file_seq, system, system_name } = recordOf(context, checkId);
  const what = {
    ...named('withdraw', { system, systemName: system_name }),
    fileSeq: file_seq,
    object: `check:${checkId}`,
    reason,
  };
  return {
    journalId: command(context, what, () => {
      context.database().run('DELETE FROM external_check WHERE id = ?', checkId);
    }),
  };
}

function recordOf(context: Context, id: string) {
  const row = context
    .database()
    .one<{ file_seq: number; system: CheckFields['system']; system_name: string }>(
      'SELECT file_seq, system, system_name FROM external_check WHERE id = ?',
      id,
    );
  if (row === undefined) throw new Failure('checks.no-such-check');
  return row;
}
