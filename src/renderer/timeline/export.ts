import type { EventRow } from '../../contract/terms.ts';
import { markedPicture, saveFile } from '../ui/index.ts';
import { call, titleBlock, translate, useDesk } from '../workspace/index.ts';
import { BUCKETS } from './data.ts';
import { DETAIL_LIMIT, LANE_HEIGHT } from './lanes.ts';
import { AXIS, HISTOGRAM, type Picture, paintTimeline } from './paint.ts';
import type { TimeRange } from './range.ts';

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/**
 * Events as CSV (RFC 4180), times in ISO 8601 UTC beside the source's own text; formulas are made harmless. Every row
 * carries the marking, because a row goes on without its table.
 */
export function eventsCsv(events: readonly EventRow[], marking: string): string {
  const head =
    'start_utc,source_text,source_zone,precision,end_utc,type,from,to,place,source,row,grade,marking';
  const rows = events.map((event) =>
    [
      event.start === null ? '' : new Date(event.start).toISOString(),
      event.startText,
      event.zone,
      event.precision,
      event.end === null ? '' : new Date(event.end).toISOString(),
      event.type,
      event.fromLabel,
      event.toLabel,
      event.place,
      event.sourceReference,
      event.sourceRow,
      `${event.grade.source}${event.grade.information}`,
      marking,
    ]
      .map(cell)
      .join(','),
  );
  return `${[head, ...rows].join('\r\n')}\r\n`;
}

const PAGE = 5000;

/** Every event in view, whether it is drawn as a mark or only counted in a bar. */
async function eventsIn(range: TimeRange): Promise<EventRow[]> {
  const { fileId, entities } = useDesk.getState();
  if (fileId === null) return [];
  const ids = [...entities.keys()];
  const of = { fileId, period: range, ...(ids.length > 0 ? { entityIds: ids } : {}) };
  const found: EventRow[] = [];
  for (;;) {
    const { rows, total } = await call('event.list', { ...of, offset: found.length, limit: PAGE });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
}

export async function saveEvents(range: TimeRange): Promise<void> {
  const name = translate('common:panel.timeline');
  const [events, block] = await Promise.all([eventsIn(range), titleBlock(name)]);
  const text = new Blob(['\ufeff', eventsCsv(events, block.marking)], { type: 'text/csv' });
  await saveFile(text, `${name}.csv`, 'table');
}

const LANES_ON_PAPER = 500;
const PAPER_SCALE = 2;

/** The whole timeline of the working set, however few lanes fit on the screen. */
export async function savePicture(picture: Picture): Promise<void> {
  const { fileId, entities } = useDesk.getState();
  const entityIds = [...entities.keys()].slice(0, LANES_ON_PAPER);
  const { from, to } = picture.range;
  const asked = { from, to, buckets: BUCKETS, detailLimit: DETAIL_LIMIT };
  const lanes =
    fileId === null || entityIds.length === 0
      ? []
      : (await call('event.lanes', { fileId, entityIds, ...asked })).lanes;
  const height = HISTOGRAM + AXIS + Math.max(1, lanes.length) * LANE_HEIGHT;
  const sheet = document.createElement('canvas');
  paintTimeline(sheet, { ...picture, height, lanes, offset: 0, fetched: picture.range }, PAPER_SCALE);
  const name = translate('common:panel.timeline');
  const block = await titleBlock(name);
  const left = entities.size - entityIds.length;
  const foot = left > 0 ? translate('timeline:lanesLeftOff', { count: left }) : '';
  await saveFile(await markedPicture(sheet, PAPER_SCALE, block, foot), `${name}.png`, 'picture');
}
