import { describe, expect, it } from 'vitest';
import { METHODS } from '../../../../src/contract/index.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import type { ReadableDatabase, SqlValue } from '../../../../src/main/vault/database.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

/** Remembers every statement asked, to see how SQLite would run it. */
function listening(file: SeededFile): { file: SeededFile; plans: () => string[] } {
  const asked: { sql: string; values: SqlValue[] }[] = [];
  const { database } = file;
  const listener: ReadableDatabase = {
    ...database,
    all: (sql, ...values) => {
      asked.push({ sql, values });
      return database.all(sql, ...values);
    },
  };
  const plans = () =>
    asked.flatMap(({ sql, values }) =>
      database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row.detail),
    );
  return { file: { ...file, context: { ...file.context, database: () => listener as never } }, plans };
}

function phones(): SeededFile {
  const file = seededFile();
  for (const name of ['a', 'b', 'c', 'd'])
    file.entity(name, 'phone', `+3736000000${name.charCodeAt(0) - 96}`);
  const call = (from: string, to: string, day: number) => ({ from, to, at: START + day * DAY });
  file.batch([call('a', 'b', 0), call('a', 'b', 1), call('b', 'a', 2), call('b', 'c', 3)]);
  file.batch([call('a', 'b', 5), call('c', 'd', 6), { from: 'a', to: 'd', at: null }]);
  return file;
}

describe('chart', () => {
  it('groups the lines over batches, each direction its own, and counts the degree', async () => {
    const file = phones();
    const ids = ['a', 'b', 'c', 'd'].map(file.id);
    const data = await storeHandlers['chart.data'](file.context, { fileId: file.fileId, entityIds: ids });
    METHODS['chart.data'].output.parse(data);
    const line = data.links.find((one) => one.from === file.id('a') && one.to === file.id('b'));
    expect(line).toMatchObject({
      count: 3,
      first: START,
      last: START + 5 * DAY,
      type: 'called',
      strength: 'confirmed',
    });
    expect(line?.key).toBe(`${file.id('a')}|${file.id('b')}|called`);
    expect(data.links).toHaveLength(5);
    const degree = Object.fromEntries(data.entities.map((one) => [one.id, one.degree]));
    expect(ids.map((id) => degree[id])).toEqual([2, 2, 2, 2]);
  });

  it('counts inside a period from the events', async () => {
    const file = phones();
    const period = { from: START + DAY, to: START + 3 * DAY };
    const entityIds = ['a', 'b', 'c'].map(file.id);
    const data = await storeHandlers['chart.data'](file.context, { fileId: file.fileId, entityIds, period });
    expect(data.links.map((one) => one.count)).toEqual([1, 1]);
  });

  it('expands to the strongest, says how many there are, keeps the excluded out', async () => {
    const file = phones();
    const query = { fileId: file.fileId, entityIds: [file.id('a')] };
    const one = await storeHandlers['chart.expand'](file.context, { ...query, limit: 1 });
    expect(one.total).toBe(2);
    expect(one.entities.map((entity) => entity.id).sort()).toEqual([file.id('a'), file.id('b')].sort());
    const rest = await storeHandlers['chart.expand'](file.context, {
      ...query,
      limit: 9,
      exclude: [file.id('b')],
    });
    expect(rest.entities.map((entity) => entity.id)).toContain(file.id('d'));
    expect(await storeHandlers['chart.neighbourCount'](file.context, query)).toEqual({
      total: 2,
      byType: [{ type: 'called', count: 2 }],
    });
  });

  it('adds money per currency', async () => {
    const file = seededFile();
    file.entity('x', 'bank_account');
    file.entity('y', 'bank_account');
    const pay = (amountMinor: number, currency: string) =>
      ({ type: 'payment', from: 'x', to: 'y', at: START, amountMinor, currency }) as const;
    file.batch([pay(500, 'EUR'), pay(250, 'EUR'), pay(900, 'MDL')]);
    const entityIds = [file.id('x'), file.id('y')];
    const { links } = await storeHandlers['chart.data'](file.context, { fileId: file.fileId, entityIds });
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({ count: 3, type: 'paid' });
    expect(links[0]?.sums).toEqual([
      { currency: 'EUR', minor: 750 },
      { currency: 'MDL', minor: 900 },
    ]);
  });
});

describe('plans of the hot queries', () => {
  const SCANS = /^SCAN (event|link_summary|s|entity|e)\b/;

  it('expand reads lines by their ends, also within a period', async () => {
    const { file, plans } = listening(phones());
    const query = { fileId: file.fileId, entityIds: [file.id('a')], limit: 50 };
    await storeHandlers['chart.expand'](file.context, query);
    await storeHandlers['chart.expand'](file.context, {
      ...query,
      period: { from: START, to: START + 9 * DAY },
    });
    const details = plans();
    expect(details.filter((detail) => SCANS.test(detail))).toEqual([]);
    expect(details.join('\n')).toContain('event_by_from');
    expect(details.join('\n')).toContain('event_by_to');
    expect(details.join('\n')).toContain('link_summary_by_to');
  });

  it('lanes walk the two participant indexes', async () => {
    const { file, plans } = listening(phones());
    const span = { from: START, to: START + 9 * DAY, buckets: 9, detailLimit: 0 };
    await storeHandlers['event.lanes'](file.context, {
      fileId: file.fileId,
      entityIds: [file.id('a')],
      ...span,
    });
    expect(plans().filter((detail) => SCANS.test(detail))).toEqual([]);
    expect(plans().join('\n')).toContain('event_by_from (from_seq=? AND start_at>? AND start_at<?)');
  });

  it('the histogram walks the time index of the file', async () => {
    const { file, plans } = listening(phones());
    const span = { from: START, to: START + 9 * DAY, buckets: 9 };
    await storeHandlers['event.histogram'](file.context, { fileId: file.fileId, ...span });
    expect(plans().join('\n')).toContain('event_by_file_time (file_seq=? AND start_at>? AND start_at<?)');
  });
});

describe('events', () => {
  it('gives ids that find the event again, pages and the undated', async () => {
    const { context, fileId } = phones();
    const page = await storeHandlers['event.list'](context, { fileId, offset: 0, limit: 100 });
    METHODS['event.list'].output.parse(page);
    expect(page.total).toBe(7);
    expect(new Set(page.rows.map((row) => row.id)).size).toBe(7);
    for (const row of page.rows)
      expect(await storeHandlers['event.get'](context, { eventId: row.id })).toEqual(row);
    expect(await storeHandlers['event.extent'](context, { fileId })).toEqual({
      count: 7,
      undated: 1,
      first: START,
      last: START + 6 * DAY,
    });
  });

  it('narrows to entities and to one chart line', async () => {
    const file = phones();
    const { context, fileId } = file;
    const linkKey = `${file.id('a')}|${file.id('b')}|called`;
    const page = { fileId, offset: 0, limit: 100 };
    expect((await storeHandlers['event.list'](context, { ...page, linkKey })).total).toBe(3);
    expect((await storeHandlers['event.list'](context, { ...page, entityIds: [file.id('d')] })).total).toBe(
      2,
    );
  });

  it('counts in buckets and lanes in the asked order', async () => {
    const file = phones();
    const { context, fileId } = file;
    const span = { from: START, to: START + 7 * DAY, buckets: 7 };
    const histogram = await storeHandlers['event.histogram'](context, { fileId, ...span });
    expect(histogram.counts).toEqual([1, 1, 1, 1, 0, 1, 1]);
    expect(histogram.byType).toEqual({ call: [1, 1, 1, 1, 0, 1, 1] });
    const entityIds = [file.id('c'), file.id('a')];
    const { lanes } = await storeHandlers['event.lanes'](context, {
      fileId,
      entityIds,
      ...span,
      detailLimit: 3,
    });
    expect(lanes.map((lane) => lane.entityId)).toEqual(entityIds);
    expect(lanes.map((lane) => lane.total)).toEqual([2, 4]);
    expect(lanes.map((lane) => lane.events?.length ?? null)).toEqual([2, null]);
  });
});

describe('map', () => {
  it('draws tracks in time order with gaps, and points newest first', async () => {
    const file = seededFile();
    file.entity('car', 'vehicle');
    const at = (minutes: number, latitude: number) =>
      ({ type: 'position', from: 'car', at: START + minutes * 60_000, latitude, longitude: 28.5 }) as const;
    file.batch([at(0, 46.1), at(200, 46.4), at(10, 46.2), at(210, 46.5)]);
    const { context, fileId } = file;
    const { tracks } = await storeHandlers['map.tracks'](context, { fileId, gapMinutes: 60 });
    expect(tracks).toHaveLength(1);
    expect(tracks[0]?.points.map(([latitude]) => latitude)).toEqual([46.1, 46.2, 46.4, 46.5]);
    expect(tracks[0]?.gapsAfter).toEqual([1]);
    const { total, points } = await storeHandlers['map.points'](context, { fileId, limit: 1 });
    expect(total).toBe(4);
    expect(points.map((point) => point.latitude)).toEqual([46.5]);
  });

  it('shows places with coordinates beside the events, inside the asked box', async () => {
    const file = seededFile();
    file.entity('palanca', 'place', 'Palanca');
    file.database.run(
      "INSERT INTO place (file_seq, name, entity_seq, latitude, longitude) VALUES (?, 'Palanca', ?, 46.41, 30.09)",
      file.fileSeq,
      file.seq('palanca'),
    );
    const { context, fileId } = file;
    const { points } = await storeHandlers['map.points'](context, { fileId, limit: 9 });
    expect(points).toMatchObject([{ kind: 'place', label: 'Palanca', entityId: file.id('palanca') }]);
    const bounds = { south: 40, north: 42, west: 20, east: 31 };
    expect(await storeHandlers['map.points'](context, { fileId, limit: 9, bounds })).toEqual({
      total: 0,
      points: [],
    });
  });
});
