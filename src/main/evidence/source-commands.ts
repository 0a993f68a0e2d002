import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import { WRITTEN_SOURCE_KINDS } from '../../core/evidence/source-terms.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
import { registerJournalKind } from '../store/journal.ts';
import { insertSource } from '../store/sources.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { checkSource, editOf, type SourceEdit, writeEdit } from './source-fields.ts';

interface Stored {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
}

interface CreatePayload extends Omit<SourceEdit, 'reference'> {
  readonly fileSeq: number;
  readonly reference: string | null;
  readonly file: Stored | null;
  readonly at: number;
}

/** The file itself stays in the vault when its source is taken back, so that the source can come again. */
function create(database: WritableDatabase, payload: CreatePayload): { seq: number; reference: string } {
  const { fields, file } = payload;
  const attachment =
    file === null
      ? undefined
      : database.one<{ seq: number }>('SELECT seq FROM attachment WHERE sha256 = ?', file.sha256);
  const { seq, reference } = insertSource(database, {
    ...fields,
    fileSeq: payload.fileSeq,
    kind: payload.kind,
    id: payload.id,
    at: payload.at,
    attachmentSeq: attachment?.seq ?? null,
    fileName: file?.fileName ?? null,
  });
  if (payload.reference === null) return { seq, reference };
  database.run('UPDATE source SET reference = ? WHERE seq = ?', payload.reference, seq);
  return { seq, reference: payload.reference };
}

registerJournalKind('source.create', {
  undo(database, payload) {
    database.run('DELETE FROM source WHERE id = ?', (payload as { id: string }).id);
  },
  redo: (database, payload) => {
    create(database, payload as CreatePayload);
  },
  touched: ['sources'],
});

const editing = (database: WritableDatabase, payload: unknown): void =>
  writeEdit(database, payload as SourceEdit);
registerJournalKind('source.change', { undo: editing, redo: editing, touched: ['sources'] });

/** Adds a source, inside the caller's transaction where a file was read in it. */
export function createSource(context: Context, input: Input<'source.create'>, file: Stored | null) {
  const database = context.database();
  const inFile = fileSeq(database, input.fileId);
  checkSource(database, inFile, { ...input, id: null, reference: input.reference });
  const forward: CreatePayload = {
    id: v7(),
    fileSeq: inFile,
    reference: input.reference ?? null,
    kind: input.kind,
    fields: input.fields,
    file,
    at: context.now(),
  };
  let reference = '';
  const journalId = command(
    context,
    {
      fileSeq: inFile,
      kind: 'source.create',
      label: { key: 'evidence:journal.sourceCreate', params: { title: input.fields.title } },
      forward,
      object: `source:${forward.id}`,
    },
    () => {
      reference = create(database, forward).reference;
      return { id: forward.id };
    },
  );
  return { sourceId: forward.id, reference, journalId };
}

export function changeSource(context: Context, input: Input<'source.change'>): { journalId: string } {
  const database = context.database();
  const before = editOf(database, input.sourceId);
  const row = database.one<{ file_seq: number }>('SELECT file_seq FROM source WHERE id = ?', input.sourceId);
  if (row === undefined) throw new Failure('store.no-such-source', { id: input.sourceId });
  const written: readonly string[] = WRITTEN_SOURCE_KINDS;
  if (before.kind !== input.kind && !(written.includes(before.kind) && written.includes(input.kind)))
    throw new Failure('evidence.kind-fixed');
  const { reference, kind, fields } = input;
  const forward: SourceEdit = { id: input.sourceId, reference, kind, fields };
  checkSource(database, row.file_seq, forward);
  const what = {
    fileSeq: row.file_seq,
    kind: 'source.change',
    label: { key: 'evidence:journal.sourceChange', params: { reference: forward.reference } },
    forward,
    object: `source:${input.sourceId}`,
  };
  return {
    journalId: command(context, what, () => {
      writeEdit(database, forward);
      return before;
    }),
  };
}
