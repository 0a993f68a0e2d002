import { parse } from 'node:path';
import { Failure } from '../../../../core/result.ts';
import { detectEncoding } from '../../encoding.ts';
import { gather } from '../gather.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { kmlRows } from './kml.ts';
import { lookAtOpened, type Opened } from './opened.ts';
import { PLACE_COLUMNS, PlaceNames, placePlan } from './place-row.ts';
import { firstNames, unpack } from './unpack.ts';

const isKml = (name: string): boolean => /\.kml$/i.test(name);

/** KMZ: the KML files of an archive; its pictures are named, not opened. */
export const kmz: Reader = {
  format: 'kmz',
  extensions: ['.kmz'],
  mediaType: 'application/vnd.google-earth.kmz',
  plan: placePlan,
  sniff(sample, fileName) {
    const names = firstNames(sample);
    const isNamed = /\.kmz$/i.test(fileName) && names.length > 0;
    return { confidence: isNamed || /^doc\.kml$/i.test(names[0] ?? '') ? 1 : 0, why: 'content' };
  },
  look: (source, reading) => lookAtOpened('kmz', source, reading, open),
  read: (chunks, _specification, fileName) => open(chunks, fileName),
};

async function open(chunks: AsyncIterable<Uint8Array>, fileName: string): Promise<Opened> {
  const { names, files } = unpack(await gather(chunks, fileName), fileName, isKml);
  const documents = Object.entries(files);
  if (documents.length === 0) throw new Failure('import.archive-without', { file: fileName, wanted: 'KML' });
  const others = names.filter((name) => !isKml(name) && !name.endsWith('/')).length;
  return {
    columns: PLACE_COLUMNS,
    batches: documentRows(documents, fileName),
    remarks: others === 0 ? [] : [{ code: 'attachments', params: { count: others } }],
  };
}

async function* documentRows(
  documents: readonly (readonly [string, Uint8Array])[],
  fileName: string,
): AsyncGenerator<readonly SourceRow[]> {
  const names = new PlaceNames();
  const together = new Set(documents.map(([name]) => name));
  for (const [name, bytes] of documents) {
    const title = documents.length === 1 ? fileName : `${parse(fileName).name} ${parse(name).base}`;
    yield* kmlRows(once(bytes), detectEncoding(bytes.subarray(0, 65_536)).encoding, title, names, together);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
