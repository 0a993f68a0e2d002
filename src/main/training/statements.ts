import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transliterations } from '../../core/names/index.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { insertSource, storeAttachment } from '../store/sources.ts';
import type { WritableDatabase } from '../vault/database.ts';
import type { TrainingFiles, TrainingStatement } from './case.ts';

/** Registers the witness statements as sources with their text (searchable) and their bytes as attachment. */
export function addStatements(context: Context, files: TrainingFiles, fileId: string): void {
  const database = context.database();
  const file = database.one<{ seq: number }>('SELECT seq FROM analysis_file WHERE id = ?', fileId);
  if (file === undefined) throw new Failure('training.missing');
  database.transaction(() => {
    for (const statement of files.content.statements)
      add(database, file.seq, files, statement, readFileSync(join(files.folder, statement.path)));
  });
}

function add(
  database: WritableDatabase,
  fileSeq: number,
  files: TrainingFiles,
  statement: TrainingStatement,
  bytes: Uint8Array,
): void {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const { participants, marking } = files.content.analysisFile;
  const { seq } = insertSource(database, {
    fileSeq,
    kind: 'statement',
    title: statement.title,
    originator: statement.originator,
    received: Date.parse(statement.date),
    informationDate: statement.date,
    grade: statement.grade,
    marking,
    recipients: participants,
    fileName: statement.path.split('/').at(-1) ?? null,
    attachmentSeq: storeAttachment(database, bytes, 'text/plain').seq,
    language: statement.language,
    text,
  });
  database.run('UPDATE source SET reference = ? WHERE seq = ?', statement.reference, seq);
  database.run(
    'INSERT INTO source_text (rowid, title, text, transliterated) VALUES (?, ?, ?, ?)',
    seq,
    statement.title,
    text,
    transliterations(text).join(' '),
  );
}
