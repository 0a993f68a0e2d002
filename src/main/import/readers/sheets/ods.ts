import { extname } from 'node:path';
import { Failure } from '../../../../core/result.ts';
import { gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import type { Book } from './book.ts';
import { lookAtBook, readBook } from './look-at-book.ts';
import { odsRows } from './ods-rows.ts';
import { openPackage, type Package } from './package.ts';
import { type Attributes, attributeOf, parseWhole, type XmlHandlers } from './xml.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const EXTENSIONS = ['.ods', '.ots'];

/** OpenDocument spreadsheets: values come from the attributes that hold them exactly, not from what is shown. */
export const ods: Reader = {
  format: 'ods',
  extensions: EXTENSIONS,
  mediaType: MEDIA_TYPE,
  sniff(sample, fileName) {
    if (sample[0] !== 0x50 || sample[1] !== 0x4b) return { confidence: 0, why: 'notTable' };
    const head = Buffer.from(sample.subarray(0, 200)).toString('latin1');
    if (head.includes(MEDIA_TYPE)) return { confidence: 1, why: 'content' };
    const byName = EXTENSIONS.includes(extname(fileName).toLowerCase());
    return { confidence: byName ? 0.6 : 0, why: byName ? 'name' : 'binary' };
  },
  async look(source, reading) {
    const book = await openOds(await gather(source.chunks(), source.name), source.name);
    return lookAtBook(book, { format: 'ods', fileName: source.name }, reading);
  },
  async read(chunks, specification, fileName) {
    return readBook(await openOds(await gather(chunks, fileName), fileName), specification, fileName);
  },
};

async function openOds(bytes: Uint8Array, fileName: string): Promise<Book> {
  const pack = await openPackage(bytes, fileName);
  await refuseEncrypted(pack, fileName);
  const outline = new OutlineHandlers();
  await parseWhole(pack.chunks('content.xml'), outline, fileName);
  if (outline.tables.length === 0) throw new Failure('import.no-rows', { file: fileName });
  const bytesEach = (pack.size('content.xml') ?? 0) / outline.tables.length;
  return {
    sheets: outline.tables.map(({ name, style }, at) => ({
      name,
      hidden: outline.hiddenStyles.has(style),
      bytes: bytesEach,
      rows: (findings) => odsRows(pack.chunks('content.xml'), at, findings, fileName),
    })),
  };
}

async function refuseEncrypted(pack: Package, fileName: string): Promise<void> {
  const manifest = await pack.text('META-INF/manifest.xml');
  if (manifest !== null && /[<:]encryption-data\b/.test(manifest))
    throw new Failure('import.password-protected', { file: fileName });
}

/** Names of the tables, and the styles that hide one. */
class OutlineHandlers implements XmlHandlers {
  readonly tables: { name: string; style: string }[] = [];
  readonly hiddenStyles = new Set<string>();
  #style = '';
  #depth = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.#style = attributeOf(attributes, 'name') ?? '';
    else if (name === 'table-properties' && attributeOf(attributes, 'display') === 'false')
      this.hiddenStyles.add(this.#style);
    else if (name === 'table') {
      this.#depth += 1;
      if (this.#depth > 1) return;
      const table = {
        name: attributeOf(attributes, 'name') ?? '',
        style: attributeOf(attributes, 'style-name') ?? '',
      };
      this.tables.push(table);
    }
  }

  close(name: string): void {
    if (name === 'table') this.#depth -= 1;
  }
}
