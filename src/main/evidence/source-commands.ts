import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import { WRITTEN_SOURCE_KINDS } from '../../core/evidence/source-terms.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
import { insertSource, nextReference } from '../store/sources.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { checkSource, editOf, type SourceEdit, writeEdit } from './source-fields.ts';

interface Stored {
  readonly sha256: string;
  readonly size: number;
  readonly fileName: string;
}

/** The file itself stays in the vault when its source is taken back, so that the source can come again. */
function create(
  database: WritableDatabase,
  inFile: number,
  { id, kind, reference, fields }: SourceEdit,
  more: { readonly file: Stored | null; readonly at: number },
): void {
  const attachment =
    more.file === null
      ? undefined
      : database.one<{ seq: number }>('SELECT seq FROM attachment WHERE sha256 = ?', more.file.sha256);
  insertSource(database, {
    ...fields,
    fileSeq: inFile,
    kind,
    id,
    reference,
    at: more.at,
    attachmentSeq: attachment?.seq ?? null,
    fileName: more.file?.fileName ?? null,
  });
}

/** Adds a source, inside the caller's transaction where a file was read in it. */
export function createSource(context: Context, input: Input<'source.create'>, file: Stored | null) {
  const database = context.database();
  const inFile = fileSeq(database, input.fileId);
  checkSource(database, inFile, { ...input, id: null, reference: input.reference });
  const reference = input.reference ?? nextReference(database, inFile);
  const source: SourceEdit = { id: v7(), reference, kind: input.kind, fields: input.fields };
  // Its title may name a protected person, and everybody reads the journal.
  const label = { key: 'evidence:journal.sourceCreate', params: { reference } };
  const what = { fileSeq: inFile, kind: 'source.create', label, object: `source:${source.id}` };
  const journalId = command(context, what, () =>
    create(database, inFile, source, { file, at: context.now() }),
  );
  return { sourceId: source.id, reference, journalId };
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
    object: `source:${input.sourceId}`,
  };
  return { journalId: command(context, what, () => writeEdit(database, forward)) };
}
