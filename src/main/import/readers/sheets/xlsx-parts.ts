import { Failure } from '../../../../core/result.ts';
import { builtInFormat, type NumberFormat, PLAIN, readFormat } from './number-format.ts';
import type { Package } from './package.ts';
import { attributeOf, parseWhole } from './xml.ts';

/** Characters of all texts together; more than any table of this size limit has, far less than the memory. */
const MOST_TEXT = 128 * 1024 * 1024;

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

export interface Outline {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly stylesPath: string | null;
  readonly textsPath: string | null;
}

/** Which sheets there are and in which parts; failure import.workbook-broken where none is named. */
export async function readOutline(pack: Package, fileName: string): Promise<Outline> {
  const root = (await targets(pack, '_rels/.rels', '', fileName)).find(
    ({ type }) => type === 'officeDocument',
  );
  const path = root?.path ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const parts = await targets(pack, `${folder}_rels/${path.slice(folder.length)}.rels`, folder, fileName);
  const pathOf = (type: string): string | null => parts.find((one) => one.type === type)?.path ?? null;
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await parseWhole(
    pack.chunks(path),
    {
      open(name, attributes) {
        if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
        if (name !== 'sheet') return;
        const target = parts.find(
          ({ id }) => id === attributes['r:id'] || id === attributeOf(attributes, 'id'),
        );
        if (target?.type !== 'worksheet') return;
        const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
        sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, path: target.path });
      },
    },
    fileName,
  );
  if (sheets.length === 0) throw new Failure('import.no-rows', { file: fileName });
  return { sheets, is1904, stylesPath: pathOf('styles'), textsPath: pathOf('sharedStrings') };
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

async function targets(pack: Package, path: string, folder: string, fileName: string): Promise<Target[]> {
  const found: Target[] = [];
  if (pack.size(path) === null) return found;
  await parseWhole(
    pack.chunks(path),
    {
      open(name, { Id = '', Type = '', Target = '' }) {
        if (name !== 'Relationship') return;
        const type = Type.slice(Type.lastIndexOf('/') + 1);
        found.push({ id: Id, type, path: resolve(folder, Target) });
      },
    },
    fileName,
  );
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The number format of each cell style, by its number. */
export async function readStyles(
  pack: Package,
  path: string | null,
  fileName: string,
): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (path === null || pack.size(path) === null) return formats;
  const own = new Map<number, NumberFormat>();
  let isInside = false;
  await parseWhole(
    pack.chunks(path),
    {
      open(name, attributes) {
        if (name === 'numFmt') {
          const { numFmtId = '', formatCode = '' } = attributes;
          own.set(Number(numFmtId), readFormat(formatCode));
        } else if (name === 'cellXfs') isInside = true;
        else if (name === 'xf' && isInside) {
          const id = Number(attributes.numFmtId ?? 0);
          formats.push(own.get(id) ?? builtInFormat(id) ?? PLAIN);
        }
      },
      close(name) {
        if (name === 'cellXfs') isInside = false;
      },
    },
    fileName,
  );
  return formats;
}

/** The texts the cells refer to by number. Failure import.too-large. */
export async function readTexts(pack: Package, path: string | null, fileName: string): Promise<string[]> {
  const texts: string[] = [];
  if (path === null || pack.size(path) === null) return texts;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  let total = 0;
  await parseWhole(
    pack.chunks(path),
    {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 't') isText = !isPhonetic;
        else if (name === 'rPh') isPhonetic = true;
      },
      text(part) {
        if (isText) text += part;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 'si') {
          total += text.length;
          if (total > MOST_TEXT) throw new Failure('import.too-large', { file: fileName });
          texts.push(plainText(text));
        }
      },
    },
    fileName,
  );
  return texts;
}

/** Control characters stand in a workbook as `_x000D_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
