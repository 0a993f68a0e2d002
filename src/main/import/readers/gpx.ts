import { extname, parse } from 'node:path';
import { SaxesParser } from 'saxes';
import { Failure } from '../../../core/result.ts';
import { decodeSample, decodeStream, detectEncoding } from '../encoding.ts';
import { gpxPlan } from './gpx-plan.ts';
import type { Reader, SourceRow } from './reader.ts';

const COLUMNS = [
  'track',
  'time',
  'latitude',
  'longitude',
  'elevation',
  'name',
  'kind',
  'waypoint',
  'waypointLatitude',
  'waypointLongitude',
] as const;
const POINTS = new Set(['trkpt', 'rtept', 'wpt']);

/**
 * GPX 1.0/1.1: every track, route and way point is one row; the track is named by itself or by the file. A way point
 * is a place somebody marked, nothing that moved: its position stands in columns of its own.
 */
export const gpx: Reader = {
  format: 'gpx',
  extensions: ['.gpx'],
  mediaType: 'application/gpx+xml',
  plan: ({ rows }) => gpxPlan(rows),
  sniff(sample, fileName) {
    const text = decodeSample(sample.subarray(0, 8192), detectEncoding(sample).encoding);
    if (/<gpx[\s>]/i.test(text)) return { confidence: 1, why: 'content' };
    return { confidence: extname(fileName).toLowerCase() === '.gpx' ? 0.2 : 0, why: 'name' };
  },
  async read(chunks, specification, fileName) {
    return { columns: COLUMNS, batches: points(chunks, specification.encoding, fileName) };
  },
};

interface Point {
  line: number;
  kind: string;
  latitude: string;
  longitude: string;
  time: string;
  elevation: string;
  name: string;
}

async function* points(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
): AsyncGenerator<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  const watch: Watch = { lastTag: 0, open: 0 };
  const parser = pointParser(parse(fileName).name, rows, watch);
  try {
    for await (const piece of decodeStream(chunks, encoding)) {
      parser.write(piece);
      if (parser.position - watch.lastTag > LONGEST_TEXT || watch.open > DEEPEST)
        throw new Failure('import.xml-oversized', { file: fileName, line: parser.line });
      yield rows.splice(0);
    }
    parser.close();
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    throw new Failure('import.xml-broken', { file: fileName, line: parser.line });
  }
  yield rows.splice(0);
}

/** The parser keeps open elements and unfinished text in memory; no track has so much of either. */
const LONGEST_TEXT = 1_000_000;
const DEEPEST = 1000;

/** How far the parser is from the last tag, and how many elements are open. */
interface Watch {
  lastTag: number;
  open: number;
}

function pointParser(fileTitle: string, rows: SourceRow[], watch: Watch): SaxesParser {
  const parser = new SaxesParser({ position: true });
  let point: Point | null = null;
  let track = '';
  let text = '';
  let depth = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  const passed = (change: 1 | -1): void => {
    watch.open += change;
    watch.lastTag = parser.position;
  };
  parser.on('opentag', ({ name, attributes }) => {
    passed(1);
    text = '';
    const tag = local(name);
    if (point !== null) depth += 1;
    else if (tag === 'trk' || tag === 'rte') track = '';
    else if (POINTS.has(tag)) {
      const { lat = '', lon = '' } = attributes as Record<string, string>;
      point = {
        line: parser.line,
        kind: tag,
        latitude: lat,
        longitude: lon,
        time: '',
        elevation: '',
        name: '',
      };
      depth = 0;
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    passed(-1);
    const tag = local(name);
    if (point === null) {
      if (tag === 'name') track = text.trim();
    } else if (depth === 0) {
      rows.push(point.kind === 'wpt' ? wayPointRow(point) : rowOf(point, track === '' ? fileTitle : track));
      point = null;
    } else {
      if (depth === 1) keep(point, tag, text.trim());
      depth -= 1;
    }
    text = '';
  });
  return parser;
}

function keep(point: Point, tag: string, text: string): void {
  if (tag === 'time') point.time = text;
  else if (tag === 'ele') point.elevation = text;
  else if (tag === 'name') point.name = text;
}

function rowOf(point: Point, track: string): SourceRow {
  const { line, time, latitude, longitude, elevation, name, kind } = point;
  return {
    line,
    cells: [track, time, latitude, longitude, elevation, name, kind, '', '', ''],
    problem: null,
  };
}

function wayPointRow({ line, latitude, longitude, elevation, name, kind }: Point): SourceRow {
  const label = name === '' ? `${latitude}, ${longitude}` : name;
  return {
    line,
    cells: ['', '', '', '', elevation, name, kind, label, latitude, longitude],
    problem: null,
  };
}
