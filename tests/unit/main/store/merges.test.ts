import { describe, expect, it } from 'vitest';
import { dataSet } from '../../../../src/main/exchange/data-set.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { MERGED } from '../../../../src/main/store/members.ts';
import { type SeededFile, seededFile } from '../../../helpers/seed.ts';

const DAY = { from: 0, to: 100_000, buckets: 10 };

async function merged(status: 'victim' | null = null) {
  const file = seededFile();
  file.entity('lead', 'phone', '+37360000001');
  file.entity('member', 'phone', '+37360000002');
  file.entity('far', 'phone', '+37360000003');
  file.batch([
    { from: 'lead', to: 'far', at: 1000 },
    { from: 'member', to: 'far', at: 2000 },
    { from: 'member', to: 'lead', at: 3000 },
  ]);
  const { context } = file;
  if (status !== null)
    await storeHandlers['entity.setStatus'](context, { entityId: file.id('member'), status, minor: false });
  const merge = await storeHandlers['entity.merge'](context, {
    leadId: file.id('lead'),
    memberIds: [file.id('member')],
    reason: 'one SIM',
  });
  return { ...file, merge };
}

function everyone({ context, fileId, id }: SeededFile) {
  return storeHandlers['chart.data'](context, { fileId, entityIds: ['lead', 'member', 'far'].map(id) });
}

describe('a merged record', () => {
  it('is one on the chart, in lists, counts, events, lanes, search and questions', async () => {
    const file = await merged();
    const { context, fileId, id } = file;
    const chart = await everyone(file);
    expect(chart.entities.map((one) => one.id).sort()).toEqual([id('lead'), id('far')].sort());
    expect(chart.links).toMatchObject([
      { from: id('lead'), to: id('far'), count: 2, first: 1000, last: 2000 },
    ]);
    expect(chart.entities.find((one) => one.id === id('lead'))).toMatchObject({ degree: 1, members: 1 });
    const list = await storeHandlers['entity.list'](context, { fileId, sort: 'degree', offset: 0, limit: 9 });
    expect(list.total).toBe(2);
    expect((await storeHandlers['analysisFile.counts'](context, { fileId })).entities).toEqual({ phone: 2 });
    const events = await storeHandlers['event.list'](context, {
      fileId,
      entityIds: [id('lead')],
      offset: 0,
      limit: 9,
    });
    expect(events.rows.map((row) => row.from)).toEqual([id('lead'), id('lead'), id('lead')]);
    const line = `${id('lead')}|${id('far')}|called`;
    const behind = await storeHandlers['event.list'](context, { fileId, linkKey: line, offset: 0, limit: 9 });
    expect(behind.total).toBe(2);
    const { lanes } = await storeHandlers['event.lanes'](context, {
      fileId,
      entityIds: [id('lead')],
      ...DAY,
      detailLimit: 9,
    });
    expect(lanes).toMatchObject([{ entityId: id('lead'), total: 3 }]);
    const { hits } = await storeHandlers['search.query'](context, { fileId, text: '+37360000002', limit: 9 });
    expect(hits.map((hit) => hit.entity.id)).toEqual([id('lead')]);
    const near = await storeHandlers['chart.expand'](context, { fileId, entityIds: [id('lead')], limit: 9 });
    expect(near.total).toBe(1);
    const asked = { fileId, measure: 'contacts' as const, limit: 9 };
    const answer = await storeHandlers['ask.mostConnected'](context, asked);
    expect(answer.rows.map((row) => [row.entityId, row.value])).toEqual([
      [id('lead'), 1],
      [id('far'), 1],
    ]);
  });

  it('is un-merged exactly, also after later edits and by taking the entry back', async () => {
    const file = await merged();
    const { context, id, merge, database } = file;
    await storeHandlers['entity.edit'](context, { entityId: id('lead'), label: 'renamed' });
    await storeHandlers['journal.undoEntry'](context, { entryId: merge.journalId, dependents: 'refuse' });
    expect(database.all('SELECT lead_seq FROM entity WHERE lead_seq IS NOT NULL')).toEqual([]);
    expect((await everyone(file)).links).toHaveLength(3);
    await storeHandlers['journal.undo'](context, { fileId: file.fileId });
    expect((await everyone(file)).links).toHaveLength(1);
    const { members } = await storeHandlers['entity.members'](context, { entityId: id('lead') });
    expect(members).toMatchObject([
      { mergeId: merge.mergeId, reason: 'one SIM', entity: { id: id('member') } },
    ]);
    await storeHandlers['entity.unmerge'](context, { mergeId: merge.mergeId });
    expect((await everyone(file)).links).toHaveLength(3);
  });

  it('keeps an earlier merge under a later one', async () => {
    const file = await merged();
    const { context, id, merge, database } = file;
    const later = await storeHandlers['entity.merge'](context, {
      leadId: id('far'),
      memberIds: [id('lead')],
      reason: 'the same',
    });
    const leads = () =>
      database.all('SELECT seq FROM entity WHERE lead_seq = ? ORDER BY seq', file.seq('far'));
    expect(leads()).toEqual([{ seq: file.seq('lead') }, { seq: file.seq('member') }]);
    await storeHandlers['entity.unmerge'](context, { mergeId: merge.mergeId });
    expect(leads()).toEqual([{ seq: file.seq('lead') }]);
    await storeHandlers['journal.undo'](context, { fileId: file.fileId });
    await storeHandlers['entity.unmerge'](context, { mergeId: later.mergeId });
    expect(database.all('SELECT seq, lead_seq FROM entity WHERE lead_seq IS NOT NULL')).toEqual([
      { seq: file.seq('member'), lead_seq: file.seq('lead') },
    ]);
  });

  it('is protected when any member is, everywhere and in packages', async () => {
    const file = await merged('victim');
    const { context, fileId, id } = file;
    const chart = await everyone(file);
    expect(chart.entities.find((one) => one.id === id('lead'))).toMatchObject({
      protected: true,
      label: 'Victim 1',
    });
    const { members } = await storeHandlers['entity.members'](context, { entityId: id('lead') });
    expect(JSON.stringify([chart, members])).not.toContain('+3736000000' + '1');
    const found = await storeHandlers['entity.list'](context, {
      fileId,
      text: '+3736000000',
      sort: 'label',
      offset: 0,
      limit: 9,
    });
    expect(found.rows.map((row) => row.id)).toEqual([id('far')]);
    const selection = { fileId, entityIds: null, chartId: null, period: null } as const;
    const leaves = { ...selection, recipients: ['RO'], purpose: 'a meeting', released: [] };
    const { data } = await dataSet(file.database, leaves, async () => undefined);
    expect(data.entities.map((one) => [one.label, one.status])).toEqual([
      ['Victim 1', 'victim'],
      ['+37360000003', null],
    ]);
  });

  it('is refused across files and types, and twice', async () => {
    const file = await merged();
    const { context, id } = file;
    file.entity('person', 'person', 'Somebody');
    const merge = (memberIds: string[]) =>
      storeHandlers['entity.merge'](context, { leadId: id('far'), memberIds, reason: '' });
    expect(() => merge([id('person')])).toThrow('store.merge-other-type');
    expect(() => merge([id('member')])).toThrow('store.already-merged');
    expect(() => merge([id('far')])).toThrow('store.merge-needs-two');
    expect(() => storeHandlers['entity.delete'](context, { entityId: id('member') })).toThrow(
      'store.entity-in-events',
    );
  });

  it('is looked up from the index of merges alone', async () => {
    const { database } = await merged();
    const plan = (sql: string) =>
      database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map((row) => row.detail);
    expect(plan(MERGED)).toEqual(['SEARCH entity USING COVERING INDEX entity_by_lead (lead_seq>?)']);
    const line = `SELECT 1 FROM event INDEXED BY event_by_from WHERE event.from_seq IN (SELECT value FROM json_each('[1]')) AND event.to_seq IN (SELECT value FROM json_each('[2]'))`;
    expect(plan(line)[0]).toBe('SEARCH event USING INDEX event_by_from (from_seq=?)');
  });
});
