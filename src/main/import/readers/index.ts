import { delimited } from './delimited.ts';
import { docx } from './document/docx.ts';
import { html } from './document/html.ts';
import { odt } from './document/odt.ts';
import { pdf } from './document/pdf.ts';
import { rtf } from './document/rtf.ts';
import { text } from './document/text.ts';
import { gpx } from './gpx.ts';
import { GRAPH_READERS } from './graph/index.ts';
import { json } from './json/json.ts';
import { jsonLines } from './json/lines.ts';
import { matrix } from './matrix/matrix.ts';
import { MESSAGE_READERS } from './messages/index.ts';
import { camt } from './money/camt.ts';
import { goaml } from './money/goaml.ts';
import { mt940 } from './money/mt940.ts';
import { mrz } from './mrz.ts';
import { geojson } from './places/geojson.ts';
import { kml } from './places/kml.ts';
import { kmz } from './places/kmz.ts';
import { photo } from './places/photo.ts';
import { shapefile } from './places/shapefile.ts';
import type { Reader, Sniffed } from './reader.ts';
import { ods } from './sheets/ods.ts';
import { xls } from './sheets/xls.ts';
import { xlsx } from './sheets/xlsx.ts';

export type { FixedPlan, Reader, RowStream, SampleTable, SourceRow } from './reader.ts';

/** Every format the program reads rows from; another format is one more record here. */
export const READERS: readonly Reader[] = [
  ...MESSAGE_READERS,
  ...GRAPH_READERS,
  gpx,
  mrz,
  pdf,
  docx,
  odt,
  rtf,
  html,
  text,
  camt,
  mt940,
  goaml,
  kml,
  kmz,
  geojson,
  shapefile,
  photo,
  xlsx,
  xls,
  ods,
  json,
  jsonLines,
  matrix,
  delimited,
];

export function readerOf(format: string): Reader | null {
  return READERS.find((reader) => reader.format === format) ?? null;
}

/** The reader surest of itself, or null with the reason where none is. */
export function chooseReader(
  sample: Uint8Array,
  fileName: string,
): { reader: Reader | null; sniffed: Sniffed } {
  let best: { reader: Reader | null; sniffed: Sniffed } = {
    reader: null,
    sniffed: { confidence: 0, why: 'notTable' },
  };
  for (const reader of READERS) {
    const sniffed = sniffedBy(reader, sample, fileName);
    if (sniffed.confidence > best.sniffed.confidence) best = { reader, sniffed };
    else if (best.reader === null && sniffed.why === 'binary') best = { reader: null, sniffed };
  }
  return best;
}

/** Bytes a reader cannot even look at are none of its format. */
function sniffedBy(reader: Reader, sample: Uint8Array, fileName: string): Sniffed {
  try {
    return reader.sniff(sample, fileName);
  } catch {
    return { confidence: 0, why: 'notTable' };
  }
}
