import type { Input } from '../../contract/index.ts';
import { call, clearNotice, notify, problemOf, translate, uploadFile, useDesk } from '../workspace/index.ts';
import { chooseFiles } from './choose-files.ts';

/** Less than the engine takes in one upload. */
const PIECE = 32 * 1024 * 1024;

/** Something a view makes for a file of its own. */
export interface Saving extends Pick<Input<'files.save'>, 'kind'> {
  /** With its ending. */
  readonly name: string;
  /** Made when the place is chosen. */
  readonly content: () => Promise<{ readonly bytes: Blob; readonly counts: Record<string, number> }>;
}

/** Characters no file system of the region's computers takes in a name. */
export function safeName(text: string): string {
  return text.replace(/[\\/:*?"<>|]/g, '_').trim() || 'file';
}

async function uploaded(name: string, bytes: Blob): Promise<string[]> {
  const paths: string[] = [];
  for (let from = 0; from === 0 || from < bytes.size; from += PIECE)
    paths.push(await uploadFile(new File([bytes.slice(from, from + PIECE)], name)));
  return paths;
}

/**
 * The one way something leaves the page for a file: the person says where, the engine writes it and notes it in the
 * audit chain. Nothing is kept in between. What came of it stands in the status bar.
 */
export async function saveFile({ name, kind, content }: Saving): Promise<void> {
  const { fileId } = useDesk.getState();
  const [path] = await chooseFiles('save-file', safeName(name));
  if (path === undefined) return;
  clearNotice();
  try {
    const { bytes, counts } = await content();
    await call('files.save', { path, uploads: await uploaded(name, bytes), kind, fileId, counts });
    notify(translate('common:file.saved', { path }));
  } catch (caught) {
    notify(problemOf(caught).message, false);
  }
}
