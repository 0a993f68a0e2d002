import { extname } from 'node:path';
import { Failure } from '../../../../core/result.ts';
import { gather } from '../gather.ts';
import type { Reader } from '../reader.ts';
import type { Book } from './book.ts';
import { holdsEncrypted, isBinaryBook, isCompound } from './compound.ts';
import { lookAtBook, readBook } from './look-at-book.ts';
import { openPackage } from './package.ts';
import { readOutline, readStyles, readTexts } from './xlsx-parts.ts';
import { xlsxRows } from './xlsx-rows.ts';

const EXTENSIONS = ['.xlsx', '.xlsm', '.xltx'];

/**
 * Workbooks of Office Open XML. The rows are streamed out of their compressed part; only the shared texts, which cells
 * name by number, are held.
 */
export const xlsx: Reader = {
  format: 'xlsx',
  extensions: EXTENSIONS,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sniff(sample, fileName) {
    const byName = EXTENSIONS.includes(extname(fileName).toLowerCase());
    if (isCompound(sample)) {
      const isProtected = holdsEncrypted(sample) || byName;
      return { confidence: isProtected ? 0.9 : 0, why: isProtected ? 'content' : 'binary' };
    }
    if (sample[0] !== 0x50 || sample[1] !== 0x4b) return { confidence: 0, why: 'notTable' };
    const names = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1');
    if (isBinaryBook(sample)) return { confidence: 0, why: 'notTable' };
    if (/xl\/(workbook|worksheets|_rels|styles|sharedStrings|theme)/.test(names))
      return { confidence: 1, why: 'content' };
    return { confidence: byName ? 0.6 : 0, why: byName ? 'name' : 'binary' };
  },
  async look(source, reading) {
    const book = await openXlsx(await gather(source.chunks(), source.name), source.name);
    return lookAtBook(book, { format: 'xlsx', fileName: source.name }, reading);
  },
  async read(chunks, specification, fileName) {
    return readBook(await openXlsx(await gather(chunks, fileName), fileName), specification, fileName);
  },
};

async function openXlsx(bytes: Uint8Array, fileName: string): Promise<Book> {
  if (isCompound(bytes)) {
    const code = holdsEncrypted(bytes) ? 'import.password-protected' : 'import.workbook-broken';
    throw new Failure(code, { file: fileName });
  }
  const pack = await openPackage(bytes, fileName);
  const { sheets, is1904, stylesPath, textsPath } = await readOutline(pack, fileName);
  const world = {
    texts: await readTexts(pack, textsPath, fileName),
    formats: await readStyles(pack, stylesPath, fileName),
    is1904,
  };
  return {
    sheets: sheets.map(({ name, hidden, path }) => ({
      name,
      hidden,
      bytes: pack.size(path) ?? 0,
      rows: (findings) => xlsxRows(pack.chunks(path), world, findings, fileName),
    })),
  };
}
