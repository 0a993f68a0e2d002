import { v7 } from 'uuid';
import type { FactFields } from '../../contract/evidence.ts';
import type { Input } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { command, sourceOf } from '../store/command.ts';
import { entityRecord } from '../store/entities.ts';
import type { SqlValue, WritableDatabase } from '../vault/database.ts';
import { checkHandling } from './source-fields.ts';

/** One line of the inspector: what a source says of an entity, or what the analyst concludes or advises. */
export function addFact(
  context: Context,
  { entityId, ...fields }: Input<'entity.addFact'>,
): { factId: string; journalId: string } {
  const database = context.database();
  const entity = entityRecord(database, entityId);
  const source = sourceOf(context, entity.file_seq, fields.sourceId);
  const columns = columnsOf(context, entity.file_seq, source, fields);
  const id = v7();
  const label = { key: 'journal:label.factAdd', params: { property: fields.property } };
  const what = { fileSeq: entity.file_seq, kind: 'entity.addFact', label, object: `entity:${entityId}` };
  const journalId = command(context, what, () =>
    insert(database, {
      ...columns,
      id,
      file_seq: entity.file_seq,
      entity_seq: entity.seq,
      created_at: context.now(),
    }),
  );
  return { factId: id, journalId };
}

/** Failures: evidence.no-such-fact, evidence.fact-of-file, evidence.handling-*, evidence.basis-not-here. */
export function changeFact(
  context: Context,
  { factId, ...fields }: Input<'fact.change'>,
): { journalId: string } {
  const database = context.database();
  const fact = factRecord(database, factId);
  const source =
    fields.sourceId === undefined ? fact.source_seq : sourceOf(context, fact.file_seq, fields.sourceId);
  const columns = columnsOf(context, fact.file_seq, source, fields, factId);
  const says = ['kind', 'property', 'value', 'source_seq'] as const;
  if (fact.batch_seq !== null && says.some((name) => columns[name] !== fact[name]))
    throw new Failure('evidence.fact-of-file');
  const label = { key: 'evidence:journal.factChange', params: {} };
  const what = { fileSeq: fact.file_seq, kind: 'fact.change', label, object: `fact:${factId}` };
  return {
    journalId: command(context, what, () => {
      for (const [name, value] of Object.entries(columns))
        database.run(`UPDATE assertion SET ${name} = ? WHERE id = ?`, value, factId);
    }),
  };
}

/** Failures: evidence.no-such-fact, evidence.fact-of-file, evidence.fact-is-basis. */
export function withdrawFact(
  context: Context,
  { factId, reason }: Input<'fact.withdraw'>,
): { journalId: string } {
  const database = context.database();
  const fact = factRecord(database, factId);
  if (fact.batch_seq !== null) throw new Failure('evidence.fact-of-file');
  const resting = database.one<{ n: number }>(
    `SELECT count(*) AS n FROM assertion WHERE basis IS NOT NULL AND file_seq = ?
     AND EXISTS (SELECT 1 FROM json_each(basis) WHERE value = ?)`,
    fact.file_seq,
    factId,
  );
  if ((resting?.n ?? 0) > 0) throw new Failure('evidence.fact-is-basis', { count: resting?.n ?? 0 });
  const label = { key: 'evidence:journal.factWithdraw', params: {} };
  const what = { fileSeq: fact.file_seq, kind: 'fact.withdraw', label, object: `fact:${factId}`, reason };
  return {
    journalId: command(context, what, () => {
      database.run('DELETE FROM assertion WHERE id = ?', factId);
    }),
  };
}

interface FactRecord {
  file_seq: number;
  batch_seq: number | null;
  kind: string;
  property: string | null;
  value: string;
  source_seq: number;
}

function factRecord(database: WritableDatabase, id: string): FactRecord {
  const row = database.one<FactRecord>(
    'SELECT file_seq, batch_seq, kind, property, value, source_seq FROM assertion WHERE id = ?',
    id,
  );
  if (row === undefined) throw new Failure('evidence.no-such-fact');
  return row;
}

type Columns = Readonly<
  Record<
    | 'kind'
    | 'property'
    | 'value'
    | 'source_seq'
    | 'grading_scheme'
    | 'source_grade'
    | 'information_grade'
    | 'level'
    | 'handling'
    | 'handling_text'
    | 'basis',
    SqlValue
  >
>;

/** The whole fact as it shall stand; a grade or marking it does not name is read through its source. */
function columnsOf(
  context: Context,
  fileSeq: number,
  source: number,
  fields: FactFields,
  id: string | null = null,
): Columns {
  const { grade, marking, handlingText = '', basis = [] } = fields;
  if (marking !== undefined) checkHandling(marking.handling, handlingText);
  checkBasis(context.database(), fileSeq, basis, id);
  return {
    kind: fields.kind,
    property: fields.property,
    value: fields.value,
    source_seq: source,
    grading_scheme: grade?.scheme ?? null,
    source_grade: grade?.source ?? null,
    information_grade: grade?.information ?? null,
    level: marking?.level ?? null,
    handling: marking === undefined ? null : JSON.stringify(marking.handling),
    handling_text: marking?.handling.includes('H3') === true ? handlingText : null,
    basis: fields.kind === 'fact' || basis.length === 0 ? null : JSON.stringify(basis),
  };
}

/** What it rests on is in the same file, and does not rest on it in turn. */
function checkBasis(
  database: WritableDatabase,
  fileSeq: number,
  basis: readonly string[],
  id: string | null,
): void {
  if (basis.length === 0) return;
  const wanted = JSON.stringify([...new Set(basis)]);
  const found = database.one<{ n: number; circular: number }>(
    `WITH RECURSIVE ground(id) AS (
       SELECT value FROM json_each(?) UNION
       SELECT one.value FROM ground JOIN assertion a ON a.id = ground.id, json_each(a.basis) one WHERE a.basis IS NOT NULL)
     SELECT (SELECT count(*) FROM assertion WHERE file_seq = ? AND id IN (SELECT value FROM json_each(?))) AS n,
       EXISTS (SELECT 1 FROM ground WHERE id = ?) AS circular`,
    wanted,
    fileSeq,
    wanted,
    id,
  );
  if (found?.n !== new Set(basis).size || found.circular === 1) throw new Failure('evidence.basis-not-here');
}

function insert(database: WritableDatabase, row: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(row);
  database.run(
    `INSERT INTO assertion (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
}
