import { parse } from 'node:path';
import { detectEncoding } from '../../encoding.ts';
import { type Projection, projectionOf, projectionOfBox } from './projection.ts';
import { unpack } from './unpack.ts';

/** The files of one name that are a shapefile together. */
export interface ShapeLayer {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | undefined;
  readonly prj: string | undefined;
  readonly cpg: string | undefined;
}

/** The magic number 9994 in the first four bytes, version 1000 further on. */
export function isShape(bytes: Uint8Array): boolean {
  if (bytes.length < 100) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getInt32(0) === 9994 && view.getInt32(28, true) === 1000;
}

/** What programs of maps write beside a layer: indexes, encodings, descriptions. */
const OF_LAYERS =
  /(\.(shp|shx|dbf|prj|cpg|cst|sbn|sbx|qix|qpj|qmd|fix|atx|idm|ind)|\.shp\.xml|\/)$|^__MACOSX\//i;

/** True where an archive holds layers and nothing else: among other things a layer is one of many files. */
export function areLayers(names: readonly string[]): boolean {
  return names.some((name) => /\.(shp|shx)$/i.test(name)) && names.every((name) => OF_LAYERS.test(name));
}

/** The layers of a file, and how many files of its archive belong to none. */
export function layersOf(bytes: Uint8Array, fileName: string): { layers: ShapeLayer[]; others: number } {
  if (isShape(bytes))
    return {
      layers: [{ name: parse(fileName).name, shp: bytes, dbf: undefined, prj: undefined, cpg: undefined }],
      others: 0,
    };
  const { files, names } = unpack(bytes, fileName, (name) => /\.(shp|dbf|prj|cpg)$/i.test(name));
  const byName = new Map(Object.entries(files).map(([name, content]) => [name.toLowerCase(), content]));
  const layers = Object.keys(files)
    .filter((name) => /\.shp$/i.test(name) && !name.startsWith('__MACOSX/'))
    .map((name) => {
      const beside = (extension: string): Uint8Array | undefined =>
        byName.get(name.toLowerCase().replace(/shp$/, extension));
      const text = (extension: string): string | undefined => {
        const content = beside(extension);
        return content === undefined ? undefined : new TextDecoder().decode(content).trim();
      };
      const shp = files[name] ?? new Uint8Array();
      return { name: parse(name).name, shp, dbf: beside('dbf'), prj: text('prj'), cpg: text('cpg') };
    });
  return { layers, others: names.filter((name) => !OF_LAYERS.test(name)).length };
}

/** Failure import.projection-unknown. */
export function projectionOfLayer({ shp, prj }: ShapeLayer, file: string): Projection {
  if (prj !== undefined && prj !== '') return projectionOf(prj, file);
  if (shp.length < 100) return projectionOfBox([], file);
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  return projectionOfBox(
    [36, 44, 52, 60].map((at) => view.getFloat64(at, true)),
    file,
  );
}

const LANGUAGES: Readonly<Record<number, string>> = {
  38: 'ibm866',
  101: 'ibm866',
  200: 'windows-1250',
  201: 'windows-1251',
};

/** What the file beside it says, else the language mark of the table, else its letters. */
export function dbfEncoding(dbf: Uint8Array, cpg: string | undefined): string {
  const stated = /^\d{3,5}$/.test(cpg ?? '') ? (cpg === '65001' ? 'utf-8' : `windows-${cpg}`) : cpg;
  if (stated !== undefined && isKnown(stated)) return stated;
  const marked = LANGUAGES[dbf[29] ?? 0];
  return marked !== undefined ? marked : detectEncoding(dbf.subarray(0, 262_144)).encoding;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
