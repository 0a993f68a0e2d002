import { Failure } from '../../../../core/result.ts';
import { gather } from '../gather.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { Attributes, type Feature, featureRows } from './feature.ts';
import { lookAtOpened, type Opened } from './opened.ts';
import { PLACE_COLUMNS, PlaceNames, placePlan } from './place-row.ts';
import { inDegrees, type Projection } from './projection.ts';
import {
  areLayers,
  dbfEncoding,
  isShape,
  layersOf,
  projectionOfLayer,
  type ShapeLayer,
} from './shape-layers.ts';
import { firstNames } from './unpack.ts';

const ROWS_IN_BATCH = 500;

/** Shapefiles: in a ZIP with their table and projection, or the bare geometry. */
export const shapefile: Reader = {
  format: 'shapefile',
  extensions: ['.shp'],
  mediaType: 'application/vnd.shp',
  plan: placePlan,
  sniff(sample) {
    if (isShape(sample)) return { confidence: 1, why: 'content' };
    return { confidence: areLayers(firstNames(sample)) ? 0.98 : 0, why: 'content' };
  },
  look: (source, reading) => lookAtOpened('shapefile', source, reading, open),
  read: (chunks, { part }, fileName) => open(chunks, fileName, part),
};

async function open(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
  part: string | undefined,
): Promise<Opened> {
  const { layers, others } = layersOf(await gather(chunks, fileName), fileName);
  const layer = layers.find(({ name }) => name === part) ?? layers[0];
  if (layer === undefined) throw new Failure('import.archive-without', { file: fileName, wanted: '.shp' });
  const projection = projectionOfLayer(layer, fileName);
  const keys = columnsOf(layer);
  const attributes = new Attributes(keys);
  const severalLayers = {
    parts: layers.map(({ name }) => ({ name, rows: null, hidden: false })),
    part: layer.name,
  };
  return {
    columns: [...PLACE_COLUMNS, ...attributes.columns],
    batches: records(layer, attributes, projection, fileName),
    ...(layers.length > 1 ? severalLayers : {}),
    remarks: [
      ...remarksOf(layer, projection),
      ...(others === 0 ? [] : [{ code: 'attachments', params: { count: others } }]),
    ],
  };
}

function remarksOf(
  layer: ShapeLayer,
  projection: Projection,
): { code: string; params: Record<string, string> }[] {
  return [
    ...(layer.dbf === undefined ? [{ code: 'shapeWithoutTable', params: {} }] : []),
    ...(layer.prj === undefined ? [{ code: 'projectionAssumed', params: {} }] : []),
    ...(projection.isShiftUnknown ? [{ code: 'datumUnknown', params: {} }] : []),
  ];
}

/** Names of the fields stand in the head of the table, 32 bytes each from the 33rd to the mark of their end. */
function columnsOf({ dbf, cpg }: ShapeLayer): string[] {
  if (dbf === undefined) return [];
  const decoder = new TextDecoder(dbfEncoding(dbf, cpg));
  const names: string[] = [];
  for (let at = 32; at + 32 <= dbf.length && dbf[at] !== 0x0d; at += 32) {
    const field = dbf.subarray(at, at + 11);
    const end = field.indexOf(0);
    names.push(decoder.decode(field.subarray(0, end < 0 ? 11 : end)));
  }
  return names;
}

async function* records(
  layer: ShapeLayer,
  attributes: Attributes,
  projection: Projection,
  fileName: string,
): AsyncGenerator<readonly SourceRow[]> {
  const names = new PlaceNames();
  let batch: SourceRow[] = [];
  let line = 0;
  for await (const feature of features(layer, fileName)) {
    line += 1;
    const placed = { ...feature, geometry: inDegrees(feature.geometry, projection) };
    batch.push(...featureRows(placed, line, attributes, layer.name, names));
    if (batch.length < ROWS_IN_BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function* features(layer: ShapeLayer, file: string): AsyncGenerator<Feature> {
  try {
    const encoding = layer.dbf === undefined ? 'utf-8' : dbfEncoding(layer.dbf, layer.cpg);
    const { open: openShapefile } = await import('shapefile');
    const source = await openShapefile(layer.shp, layer.dbf, { encoding });
    for (let next = await source.read(); !next.done; next = await source.read())
      yield { geometry: next.value.geometry, attributes: next.value.properties ?? {} };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('import.shape-broken', { file });
  }
}
