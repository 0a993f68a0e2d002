import { type Translate, uploadFile } from '../workspace/index.ts';

/** A table from the clipboard as a file: cells copied from a spreadsheet are parted by tabs. */
export async function pastedTable(text: string, t: Translate): Promise<string[]> {
  const name = `${t('importcentre:paste.name')}${text.includes('\t') ? '.tsv' : '.csv'}`;
  return [await uploadFile(new File([text], name, { type: 'text/plain' }))];
}
