import { extname, parse } from 'node:path';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { type XmlVisitor, xmlRows } from '../xml-rows.ts';
import { Placemark } from './kml-placemark.ts';
import { PLACE_COLUMNS, PlaceNames, placePlan } from './place-row.ts';

/** KML: Placemarks as places, tracks and whatever has a time as positions. Linked files are never fetched. */
export const kml: Reader = {
  format: 'kml',
  extensions: ['.kml'],
  mediaType: 'application/vnd.google-earth.kml+xml',
  plan: placePlan,
  sniff(sample, fileName) {
    const text = decodeSample(sample.subarray(0, 8192), detectEncoding(sample).encoding);
    if (/^[^<]{0,9}</.test(text) && /<(\w+:)?kml[\s>]/.test(text)) return { confidence: 1, why: 'content' };
    return { confidence: extname(fileName).toLowerCase() === '.kml' ? 0.2 : 0, why: 'name' };
  },
  async read(chunks, { encoding }, fileName) {
    return { columns: PLACE_COLUMNS, batches: kmlRows(chunks, encoding, fileName) };
  },
};

export function kmlRows(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
  names = new PlaceNames(),
  together: ReadonlySet<string> = new Set(),
): AsyncGenerator<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  return xmlRows(
    chunks,
    encoding,
    fileName,
    rows,
    new PlacemarkVisitor(rows, parse(fileName).name, names, together),
  );
}

const GROUPS = new Set(['Document', 'Folder']);
/** What shows something without saying where a thing is; each is told as a row that was not taken. */
const ASIDE: Readonly<Record<string, string>> = {
  NetworkLink: 'linked-file',
  GroundOverlay: 'overlay-picture',
  PhotoOverlay: 'overlay-picture',
};

interface Aside {
  readonly tag: string;
  readonly line: number;
  readonly said: string[];
}

class PlacemarkVisitor implements XmlVisitor {
  readonly #rows: SourceRow[];
  readonly #title: string;
  readonly #names: PlaceNames;
  /** Files of the same archive, which are read as well. */
  readonly #together: ReadonlySet<string>;
  readonly #path: string[] = [];
  readonly #folders: string[] = [];
  #placemark: Placemark | null = null;
  #aside: Aside | null = null;
  #dataName = '';

  constructor(rows: SourceRow[], title: string, names: PlaceNames, together: ReadonlySet<string>) {
    this.#rows = rows;
    this.#title = title;
    this.#names = names;
    this.#together = together;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#path.push(tag);
    if (GROUPS.has(tag)) this.#folders.push('');
    if (ASIDE[tag] !== undefined && this.#placemark === null) this.#aside = { tag, line, said: [] };
    if (tag === 'Placemark') this.#placemark = new Placemark(line);
    else if (tag === 'Data' || tag === 'SimpleData') this.#dataName = attributes.name ?? '';
    else if (tag === 'Track') this.#placemark?.tracks.push({ whens: [], fixes: [] });
  }

  close(tag: string, text: string, line: number): void {
    this.#path.pop();
    const parent = this.#path.at(-1) ?? '';
    const placemark = this.#placemark;
    if (this.#aside !== null) this.#toldAside(this.#aside, tag, text);
    if (GROUPS.has(tag)) this.#folders.pop();
    else if (placemark === null) {
      if (tag === 'name' && GROUPS.has(parent)) this.#folders[this.#folders.length - 1] = text;
    } else if (tag === 'Placemark') {
      const folder = this.#folders.filter((name) => name !== '').join(' / ');
      this.#rows.push(...placemark.rows(folder, this.#title, this.#names));
      this.#placemark = null;
    } else if (parent === 'Placemark') this.#fact(placemark, tag, text);
    else this.#inner(placemark, parent, tag, text, line);
  }

  #toldAside({ tag: whole, line, said }: Aside, tag: string, text: string): void {
    if ((tag === 'name' || tag === 'href') && text !== '') said.push(text);
    if (tag !== whole) return;
    this.#aside = null;
    if (said.some((one) => this.#together.has(one))) return;
    const problem = { code: ASIDE[whole] ?? '', raw: said.join(': ').slice(0, 500) };
    this.#rows.push({ line, cells: [], problem });
  }

  #fact(placemark: Placemark, tag: string, text: string): void {
    if (tag === 'name') placemark.name = text;
    else if (tag === 'description') placemark.description = withoutMarkup(text);
    else if (tag === 'address') placemark.address = text;
    else if (tag === 'phoneNumber' && text !== '') placemark.data.push(`phoneNumber: ${text}`);
  }

  #inner(placemark: Placemark, parent: string, tag: string, text: string, line: number): void {
    if (parent === 'Track' && tag === 'when') placemark.tracks.at(-1)?.whens.push(text);
    else if (parent === 'Track' && tag === 'coord') placemark.tracks.at(-1)?.fixes.push({ line, text });
    else if (tag === 'coordinates') this.#shape(placemark, parent, text, line);
    else if (parent === 'TimeStamp' && tag === 'when') placemark.begin = text;
    else if (parent === 'TimeSpan' && tag === 'begin') placemark.begin = text;
    else if (parent === 'TimeSpan' && tag === 'end') placemark.finish = text;
    else if ((tag === 'value' && parent === 'Data') || tag === 'SimpleData') {
      if (text !== '') placemark.data.push(`${this.#dataName}: ${text}`);
    }
  }

  #shape(placemark: Placemark, parent: string, text: string, line: number): void {
    if (parent === 'Point') placemark.addShape('Point', text, line);
    else if (parent === 'LineString') placemark.addShape('LineString', text, line);
    else if (this.#path.includes('innerBoundaryIs')) placemark.addHole(text, line);
    else placemark.addShape('Polygon', text, line);
  }
}

/** Descriptions are often small pages; their text is what is searched and read. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<(br|\/p|\/tr|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&(#39|apos);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
