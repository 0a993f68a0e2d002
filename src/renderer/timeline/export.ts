import type { EventRow } from '../../contract/terms.ts';
import { type Brush, formatInstant, formatNumber, PAPER, saveFile, sheetPng } from '../ui/index.ts';
import {
  call,
  evidenceOf,
  language,
  notify,
  shownIds,
  titleBlock,
  translate,
  useDesk,
} from '../workspace/index.ts';
import { csvHead, eventsCsv } from './csv.ts';
import { BUCKETS, MOST_LANES } from './data.ts';
import { columnFor, measureWith } from './lane-names.ts';
import { DETAIL_LIMIT, LANE_HEIGHT } from './lanes.ts';
import { drawMark, EVENT_MARKS } from './marks.ts';
import { AXIS, HISTOGRAM, LABELS, type Lane, type Picture, paintPicture, typesIn } from './paint.ts';
import type { TimeRange } from './range.ts';
import { zoneTicks } from './ticks.ts';

const PAGE = 5000;
/** A sheet is as wide as the panel, but never as narrow as one of four. */
const NARROWEST = 1100;

function entities() {
  const desk = useDesk.getState();
  const ids = shownIds(desk);
  return { ...evidenceOf(desk.filter), ...(ids === null ? {} : { entityIds: [...ids] }) };
}

/** The stretch that is on the screen; where a period is chosen, only that of it. */
function shownPeriod(range: TimeRange): TimeRange {
  const { from, to } = useDesk.getState().filter.period;
  const start = Math.max(range.from, from ?? range.from);
  return { from: start, to: Math.max(start, Math.min(range.to, to ?? range.to)) };
}

function stretchWords({ from, to }: TimeRange): string {
  const { timeZone } = useDesk.getState();
  const words = (at: number): string => formatInstant(at, timeZone, language());
  return translate('timeline:sheet.stretch', { from: words(from), to: words(to), zone: timeZone });
}

async function* pages(fileId: string, period: TimeRange): AsyncGenerator<readonly EventRow[]> {
  const filter = { fileId, ...entities(), period };
  for (let offset = 0; ; offset += PAGE) {
    const { total, rows } = await call('event.list', { ...filter, offset, limit: PAGE });
    yield rows;
    if (offset + rows.length >= total || rows.length === 0) return;
    const number = (value: number): string => formatNumber(value, language());
    const read = { done: number(offset + rows.length), total: number(total) };
    notify(translate('timeline:sheet.reading', read));
  }
}

/** Every event in view, also where the lanes show only how many there are. */
export function saveCsv(range: TimeRange): Promise<void> {
  const { fileId } = useDesk.getState();
  if (fileId === null) return Promise.resolve();
  return saveFile({
    name: `${translate('common:panel.timeline')}.csv`,
    kind: 'table',
    async content() {
      const period = shownPeriod(range);
      const block = await titleBlock(translate('common:panel.timeline'));
      const parts: string[] = [];
      let events = 0;
      for await (const rows of pages(fileId, period)) {
        parts.push(eventsCsv(rows, block.marking));
        events += rows.length;
      }
      const head = csvHead(block, [
        stretchWords(period),
        translate('timeline:sheet.events', { count: events }),
      ]);
      return { bytes: new Blob([head, ...parts], { type: 'text/csv' }), counts: { events } };
    },
  });
}

async function allLanes(fileId: string, range: TimeRange): Promise<Lane[]> {
  const ids = shownIds(useDesk.getState()) ?? [];
  const found: Lane[] = [];
  for (let at = 0; at < ids.length; at += MOST_LANES) {
    const entityIds = ids.slice(at, at + MOST_LANES);
    const said = evidenceOf(useDesk.getState().filter);
    const asked = { fileId, ...said, entityIds, ...range, buckets: BUCKETS, detailLimit: DETAIL_LIMIT };
    found.push(...(await call('event.lanes', asked)).lanes);
  }
  return found;
}

/** The timeline as a sheet: every lane, not only those the panel has room for. */
async function sheet(fileId: string, shown: Picture): Promise<{ bytes: Blob; lanes: number }> {
  const lanes = await allLanes(fileId, shown.fetched);
  const height = HISTOGRAM + AXIS + lanes.length * LANE_HEIGHT;
  const measure = measureWith(new OffscreenCanvas(1, 1).getContext('2d'));
  const names = columnFor(
    lanes.map(({ label }) => label),
    LABELS,
    measure,
  );
  const width = Math.max(NARROWEST, shown.width) + names - LABELS;
  const ticks = zoneTicks(shown.range, useDesk.getState().timeZone, width - names, language());
  const picture: Picture = { ...shown, lanes, names, width, height, ticks, offset: 0 };
  const legend = typesIn(picture).map((type) => ({
    name: translate(`types:event.${type}`),
    sign: (brush: Brush, x: number, y: number) => drawMark(brush, EVENT_MARKS[type], [x, y, 5], PAPER.back),
  }));
  const bytes = await sheetPng(
    {
      width,
      height,
      paint: (brush, top, bottom) => paintPicture(brush, picture, PAPER, { top, bottom }),
      legend,
      notes: [stretchWords(shown.range), translate('timeline:sheet.density')],
    },
    await titleBlock(translate('common:panel.timeline')),
  );
  return { bytes, lanes: lanes.length };
}

export function savePng(shown: Picture): Promise<void> {
  const { fileId } = useDesk.getState();
  if (fileId === null) return Promise.resolve();
  return saveFile({
    name: `${translate('common:panel.timeline')}.png`,
    kind: 'picture',
    async content() {
      const { bytes, lanes } = await sheet(fileId, shown);
      return { bytes, counts: { lanes } };
    },
  });
}
