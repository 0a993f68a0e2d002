import { extname, parse } from 'node:path';
import { decodeSample, decodeStream, detectEncoding } from '../encoding.ts';
import { gpxPlan } from './gpx-plan.ts';
import type { Reader, SourceRow } from './reader.ts';
import { visitRows, type XmlVisitor } from './xml-rows.ts';

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
  'marked',
  'description',
  'comment',
  'symbol',
  'speed',
  'course',
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
    if (/^[^<]{0,9}</.test(text) && /<(\w+:)?gpx[\s>]/i.test(text)) return { confidence: 1, why: 'content' };
    return { confidence: extname(fileName).toLowerCase() === '.gpx' ? 0.2 : 0, why: 'name' };
  },
  async read(chunks, specification, fileName) {
    return { columns: COLUMNS, batches: points(chunks, specification.encoding, fileName) };
  },
};

/** What else is told of a point, by its element; devices write the last two among their extensions too. */
const TOLD: Readonly<Record<string, 'description' | 'comment' | 'symbol' | 'speed' | 'course'>> = {
  desc: 'description',
  cmt: 'comment',
  sym: 'symbol',
  speed: 'speed',
  course: 'course',
};

interface Point {
  line: number;
  kind: string;
  latitude: string;
  longitude: string;
  time: string;
  elevation: string;
  name: string;
  readonly told: Partial<Record<(typeof TOLD)[string], string>>;
}

/** The parser keeps unfinished text in memory; no track has so much of it. */
const LONGEST_TEXT = 1_000_000;

function points(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  fileName: string,
): AsyncGenerator<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  const visitor = pointVisitor(parse(fileName).name, rows);
  return visitRows(decodeStream(chunks, encoding), fileName, rows, visitor, LONGEST_TEXT);
}

function pointVisitor(fileTitle: string, rows: SourceRow[]): XmlVisitor {
  let point: Point | null = null;
  let track = '';
  let depth = 0;
  return {
    open(tag, { lat = '', lon = '' }, line) {
      if (point !== null) depth += 1;
      else if (tag === 'trk' || tag === 'rte') track = '';
      else if (POINTS.has(tag)) {
        point = {
          line,
          kind: tag,
          latitude: lat,
          longitude: lon,
          time: '',
          elevation: '',
          name: '',
          told: {},
        };
        depth = 0;
      }
    },
    close(tag, text) {
      if (point === null) {
        if (tag === 'name') track = text;
      } else if (depth === 0) {
        rows.push(point.kind === 'wpt' ? wayPointRow(point) : rowOf(point, track === '' ? fileTitle : track));
        point = null;
      } else {
        if (depth === 1) keep(point, tag, text);
        tell(point, tag, text);
        depth -= 1;
      }
    },
  };
}

function keep(point: Point, tag: string, text: string): void {
  if (tag === 'time') point.time = text;
  else if (tag === 'ele') point.elevation = text;
  else if (tag === 'name') point.name = text;
}

function tell(point: Point, tag: string, text: string): void {
  const name = TOLD[tag];
  if (name !== undefined && text !== '') point.told[name] ??= text;
}

function toldCells({ description, comment, symbol, speed, course }: Point['told']): string[] {
  return [description, comment, symbol, speed, course].map((one) => one ?? '');
}

function rowOf(point: Point, track: string): SourceRow {
  const { line, time, latitude, longitude, elevation, name, kind, told } = point;
  return {
    line,
    cells: [track, time, latitude, longitude, elevation, name, kind, '', '', '', '', ...toldCells(told)],
    problem: null,
  };
}

function wayPointRow({ line, latitude, longitude, elevation, name, kind, time, told }: Point): SourceRow {
  const label = name === '' ? `${latitude}, ${longitude}` : name;
  return {
    line,
    cells: ['', '', '', '', elevation, name, kind, label, latitude, longitude, time, ...toldCells(told)],
    problem: null,
  };
}
