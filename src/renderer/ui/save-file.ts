import { call, clearNotice, notify, problemOf, translate, uploadFile } from '../workspace/index.ts';
import { chooseFiles } from './choose-files.ts';

/** Characters no file system of the region's computers takes in a name. */
export function safeName(text: string): string {
  return text.replace(/[\\/:*?"<>|]/g, '_').trim() || 'file';
}

/**
 * The one way something leaves the page for a file: the person says where, the engine writes it and notes it in the
 * audit chain. Nothing is kept in between. What came of it stands in the status bar.
 */
export async function saveFile(
  content: Blob,
  suggestedName: string,
  kind: 'picture' | 'table',
): Promise<void> {
  const name = safeName(suggestedName);
  const [path] = await chooseFiles('save-file', name);
  if (path === undefined) return;
  clearNotice();
  try {
    const upload = await uploadFile(new File([content], name));
    await call('files.save', { path, upload, kind });
    notify(translate('common:file.saved', { path }));
  } catch (caught) {
    notify(problemOf(caught).message, false);
  }
}
