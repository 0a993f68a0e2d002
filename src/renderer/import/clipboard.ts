/** A table somebody copied, as the upload it becomes. */
export interface PastedTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NAME = 'clipboard';

/**
 * The table on the clipboard; null where what was copied is none. The page form comes first: a copied range keeps in it
 * the digits that its plain text shows rounded.
 */
export function pastedTable(data: Pick<DataTransfer, 'getData'>): PastedTable | null {
  const page = data.getData('text/html');
  if (/<table[\s>]/i.test(page)) return { name: NAME, bytes: new TextEncoder().encode(page) };
  const text = data.getData('text/plain');
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isTable = lines.length > 1 && lines.slice(0, 20).every((line) => /[\t;,|]/.test(line));
  return isTable ? { name: NAME, bytes: new TextEncoder().encode(text) } : null;
}
