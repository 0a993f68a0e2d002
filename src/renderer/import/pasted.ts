import type { Translate } from '../workspace/index.ts';
import { upload } from './dropped.ts';
import type { Found } from './look.ts';

/** A table from the clipboard as a file: cells copied from a spreadsheet are parted by tabs. */
export async function pastedTable(text: string, t: Translate): Promise<Found[]> {
  const name = `${t('importcentre:paste.name')}${text.includes('\t') ? '.tsv' : '.csv'}`;
  return [await upload(new File([text], name, { type: 'text/plain' }))];
}
