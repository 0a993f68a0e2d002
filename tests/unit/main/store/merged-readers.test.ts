import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../../src/core/model/entity-types.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { DAY, type SeededFile, START, seededFile } from '../../../helpers/seed.ts';

function merge({ context, id }: SeededFile, lead: string, ...members: string[]) {
  return storeHandlers['entity.merge'](context, {
    leadId: id(lead),
    memberIds: members.map(id),
    reason: 'same',
  });
}

function filled(entities: Record<string, readonly [EntityType, string]>): SeededFile {
  const file = seededFile();
  for (const [name, [type, label]] of Object.entries(entities)) file.entity(name, type, label);
  return file;
}

const people = () =>
  filled({
    lead: ['person', 'Ion Munteanu'],
    member: ['person', 'Іон Мунтяну'],
    other: ['person', 'Ioan Munteanu'],
    stranger: ['person', 'Zinaida Kvitka'],
  });

function status(
  { context, id }: SeededFile,
  name: string,
  given: 'victim' | 'suspect' | null,
  minor = false,
) {
  return storeHandlers['entity.setStatus'](context, { entityId: id(name), status: given, minor });
}

async function shown({ context, id }: SeededFile, name: string) {
  return (await storeHandlers['entity.get'](context, { entityId: id(name) })).entity;
}

describe('the status of a merged record', () => {
  it('is the most protective of its members, whatever is set on the lead', async () => {
    const file = people();
    await status(file, 'member', 'victim');
    await merge(file, 'lead', 'member');
    await status(file, 'lead', 'suspect');
    for (const name of ['lead', 'member'])
      expect(await shown(file, name)).toMatchObject({ status: 'victim', protected: true, label: 'Victim 1' });
    await status(file, 'member', null);
    expect(await shown(file, 'lead')).toMatchObject({ status: 'suspect', label: 'Ion Munteanu' });
  });

  it('is the lead’s own, else the first its members have, and nobody waits who has one', async () => {
    const file = people();
    const { context, fileId } = file;
    const waiting = async () =>
      (await storeHandlers['analysisFile.counts'](context, { fileId })).uncategorised;
    await status(file, 'member', 'suspect');
    expect(await waiting()).toBe(3);
    const { mergeId } = await merge(file, 'lead', 'member');
    expect(await shown(file, 'lead')).toMatchObject({ status: 'suspect', protected: false });
    expect(await waiting()).toBe(2);
    await storeHandlers['entity.unmerge'](context, { mergeId });
    expect(await shown(file, 'lead')).toMatchObject({ status: null });
    expect(await waiting()).toBe(3);
  });

  it('keeps what is known of a minor', async () => {
    const file = people();
    await status(file, 'lead', 'suspect');
    await status(file, 'member', null, true);
    await merge(file, 'lead', 'member');
    expect(await shown(file, 'lead')).toMatchObject({ status: 'suspect', minor: true, protected: true });
  });

  it('stands in lists by the number on its shutter', async () => {
    const file = people();
    const { context, fileId } = file;
    for (const name of ['other', 'stranger']) await status(file, name, 'victim');
    await status(file, 'other', null);
    await status(file, 'member', 'victim');
    await merge(file, 'other', 'member');
    const list = await storeHandlers['entity.list'](context, { fileId, sort: 'label', offset: 0, limit: 9 });
    expect(list.rows.map((row) => row.label)).toEqual(['Ion Munteanu', 'Victim 2', 'Victim 3']);
  });
});

describe('the words of a merge', () => {
  it('do not name the lead where a member is protected', async () => {
    const file = people();
    await status(file, 'member', 'victim');
    const { mergeId } = await merge(file, 'lead', 'member');
    await storeHandlers['entity.unmerge'](file.context, { mergeId });
    const written = file.database.all('SELECT label FROM journal UNION ALL SELECT details FROM audit');
    expect(JSON.stringify(written)).not.toMatch(/Munteanu|Мунтяну/u);
  });

  it('say in the audit chain whose names an opened shutter showed', async () => {
    const file = people();
    await status(file, 'member', 'victim');
    await merge(file, 'lead', 'member');
    await storeHandlers['entity.get'](file.context, { entityId: file.id('lead'), reason: 'to call her' });
    const entry = file.database.one<{ details: string }>(
      "SELECT details FROM audit WHERE action = 'view-protected'",
    );
    expect(JSON.parse(entry?.details ?? '{}')).toEqual({ records: [file.id('lead'), file.id('member')] });
  });
});

describe('questions about merged records', () => {
  it('compare each name of a person with others, never two of one', async () => {
    const file = people();
    const { context, fileId, id } = file;
    await merge(file, 'lead', 'member');
    const ask = async (entityId?: string) =>
      (await storeHandlers['ask.sameName'](context, { fileId, limit: 9, ...(entityId && { entityId }) }))
        .rows;
    const pair = [id('lead'), id('other')].sort();
    for (const asked of [undefined, id('lead'), id('member')]) {
      const rows = await ask(asked);
      expect(rows.map((row) => [row.entityId, row.otherId].sort())).toEqual([pair]);
    }
    await merge(file, 'stranger', 'other');
    expect((await ask()).map((row) => [row.entityId, row.otherId].sort())).toEqual([
      [id('lead'), id('stranger')].sort(),
    ]);
    await status(file, 'member', 'victim');
    expect(await ask()).toEqual([]);
  });

  it('take two records of one place for the same place', async () => {
    const file = filled({
      a: ['vehicle', 'AAA 111'],
      b: ['vehicle', 'BBB 222'],
      west: ['place', 'Leușeni'],
      east: ['place', 'Леушень'],
    });
    const { context, fileId, id } = file;
    file.batch(
      [0, 1].flatMap((day) => [
        { type: 'border_crossing' as const, from: 'a', to: 'west', at: START + day * DAY },
        { type: 'border_crossing' as const, from: 'b', to: 'east', at: START + day * DAY + 60_000 },
      ]),
    );
    const ask = async () =>
      (
        await storeHandlers['ask.together'](context, {
          fileId,
          minutes: 10,
          kilometres: 1,
          minimumTimes: 2,
          limit: 9,
        })
      ).rows;
    expect(await ask()).toEqual([]);
    await merge(file, 'west', 'east');
    expect(await ask()).toMatchObject([{ entityId: id('a'), otherId: id('b'), times: 2, places: 'Leușeni' }]);
  });

  it('take two records of one handset for the same handset', async () => {
    const file = filled({ d1: ['device', '350000000000001'], d2: ['device', 'Nokia of the old number'] });
    const { context, fileId, database } = file;
    const phones = ['old', 'new', 'x', 'y', 'z'];
    for (const [index, name] of phones.entries()) file.entity(name, 'phone', `+3736000000${index}`);
    const calls = (from: string, day: number) =>
      ['x', 'y', 'z'].flatMap((to, index) =>
        [0, 1, 2].map((again) => ({ from, to, at: START + (day + again) * DAY + index })),
      );
    file.batch([...calls('old', 0), ...calls('new', 5)]);
    for (const [phone, device] of [
      ['old', 'd1'],
      ['new', 'd2'],
    ] as const)
      database.run(
        `INSERT INTO link_summary (file_seq, from_seq, to_seq, type, batch_seq, strength, currency, count, sum_minor)
         VALUES (?, ?, ?, 'uses', 0, 'confirmed', '', 1, 0)`,
        file.fileSeq,
        file.seq(phone),
        file.seq(device),
      );
    const sameDevice = async () =>
      (await storeHandlers['ask.newIdentities'](context, { fileId, minimumShared: 2, limit: 9 })).rows[0]
        ?.sameDevice;
    expect(await sameDevice()).toBe(0);
    await merge(file, 'd1', 'd2');
    expect(await sameDevice()).toBe(1);
  });

  it('count what somebody has to do with itself as before, also in a vault with merges', async () => {
    const file = filled({
      self: ['phone', '+37360000001'],
      a: ['phone', '+37360000002'],
      b: ['phone', '+37360000003'],
    });
    const { context, fileId, id } = file;
    file.batch([
      { from: 'self', to: 'self', at: START },
      { from: 'self', to: 'a', at: START },
    ]);
    const everything = async () => ({
      degree: (await shown(file, 'self')).degree,
      lines: (await storeHandlers['chart.data'](context, { fileId, entityIds: [id('self')] })).links.length,
      connected: (
        await storeHandlers['ask.mostConnected'](context, { fileId, measure: 'events', limit: 1 })
      ).rows.map((row) => [row.entityId, row.value]),
    });
    const before = await everything();
    expect(before).toEqual({ degree: 2, lines: 1, connected: [[id('self'), 3]] });
    await merge(file, 'a', 'b');
    expect(await everything()).toEqual(before);
  });
});

describe('what still names a member', () => {
  it('is shown under the lead: charts, lanes, keys of new links, search', async () => {
    const file = people();
    const { context, fileId, id } = file;
    file.database.run(
      `UPDATE entity SET properties = '{"birthDate":"1980-02-03"}' WHERE id = ?`,
      id('member'),
    );
    const at = (x: number) => ({ x, y: x });
    const chart = await storeHandlers['chart.create'](context, {
      fileId,
      name: 'Both',
      members: { [id('lead')]: at(1), [id('member')]: at(2), [id('other')]: at(3) },
    });
    await merge(file, 'lead', 'member');
    const kept = await storeHandlers['chart.get'](context, { chartId: chart.id });
    expect(kept.members).toMatchObject({ [id('lead')]: at(1), [id('other')]: at(3) });
    expect(Object.keys(kept.members)).toHaveLength(2);
    const { charts } = await storeHandlers['chart.list'](context, { fileId });
    expect(charts).toMatchObject([{ members: 2 }]);
    const { lanes } = await storeHandlers['event.lanes'](context, {
      fileId,
      entityIds: [id('other'), id('member')],
      from: 0,
      to: DAY,
      buckets: 2,
      detailLimit: 1,
    });
    expect(lanes.map((lane) => lane.entityId)).toEqual([id('other'), id('lead')]);
    const link = {
      fileId,
      from: id('member'),
      to: id('other'),
      type: 'associate_of',
      strength: 'confirmed',
    } as const;
    const { key } = await storeHandlers['link.create'](context, link);
    expect(key).toBe(`${id('lead')}|${id('other')}|associate_of`);
    const { links } = await storeHandlers['link.list'](context, { fileId, key });
    expect(links).toMatchObject([{ from: id('member') }]);
    const { hits } = await storeHandlers['search.query'](context, { fileId, text: 'Мунтяну', limit: 9 });
    expect(hits.find((hit) => hit.entity.id === id('lead'))).toMatchObject({
      matched: 'Іон Мунтяну',
      birthDate: '1980-02-03',
    });
  });

  it('keeps the place of a member on the chart where only the member stood there, and gives it back', async () => {
    const file = people();
    const { context, fileId, id } = file;
    const members = { [id('member')]: { x: 7, y: 8 } };
    const chart = await storeHandlers['chart.create'](context, { fileId, name: 'One', members });
    const places = async () => (await storeHandlers['chart.get'](context, { chartId: chart.id })).members;
    const { mergeId } = await merge(file, 'lead', 'member');
    expect(await places()).toMatchObject({ [id('lead')]: { x: 7, y: 8 } });
    await storeHandlers['entity.unmerge'](context, { mergeId });
    expect(await places()).toMatchObject(members);
  });
});

describe('a merge', () => {
  it('leaves a fact that is added to the lead later with the lead', async () => {
    const file = people();
    const { context, id } = file;
    const { mergeId } = await merge(file, 'lead', 'member');
    const fact = { kind: 'fact', property: 'nickname', value: 'Pelican' } as const;
    await storeHandlers['entity.addFact'](context, { entityId: id('lead'), ...fact });
    await storeHandlers['entity.addFact'](context, { entityId: id('member'), ...fact, value: 'Heron' });
    const facts = async (name: string) =>
      (await storeHandlers['entity.get'](context, { entityId: id(name) })).facts.map((one) => [
        one.value,
        one.member,
      ]);
    expect(await facts('lead')).toEqual([
      ['Pelican', undefined],
      ['Heron', 'Іон Мунтяну'],
    ]);
    await storeHandlers['entity.unmerge'](context, { mergeId });
    expect(await facts('lead')).toEqual([['Pelican', undefined]]);
    expect(await facts('member')).toEqual([['Heron', undefined]]);
  });

  it('is refused with one that is merged already, and a lead of others cannot be deleted', async () => {
    const file = people();
    const { context, id } = file;
    await merge(file, 'lead', 'member');
    await expect(async () => merge(file, 'member', 'lead')).rejects.toThrow('store.already-merged');
    await expect(async () => merge(file, 'member', 'other')).rejects.toThrow('store.already-merged');
    for (const name of ['lead', 'member'])
      expect(() => storeHandlers['entity.delete'](context, { entityId: id(name) })).toThrow(
        'store.entity-merged',
      );
  });

  it('that is brought back gives nobody a second lead and leads in no circle', async () => {
    for (const [lead, member] of [
      ['member', 'lead'],
      ['other', 'member'],
    ] as const) {
      const file = people();
      const { context, database } = file;
      const { mergeId } = await merge(file, 'lead', 'member');
      const { journalId } = await storeHandlers['entity.unmerge'](context, { mergeId });
      await merge(file, lead, member);
      const bringBack = async () =>
        storeHandlers['journal.undoEntry'](context, { entryId: journalId, dependents: 'keep' });
      await expect(bringBack).rejects.toThrow('store.already-merged');
      expect(database.all('SELECT seq, lead_seq FROM entity WHERE lead_seq IS NOT NULL')).toEqual([
        { seq: file.seq(member), lead_seq: file.seq(lead) },
      ]);
      expect(database.all('SELECT count(*) AS n FROM merge')).toEqual([{ n: 1 }]);
    }
  });

  it('whose lead is taken back with its making leaves those below as they were merged among themselves', async () => {
    for (const dependents of ['keep', 'cascade'] as const) {
      const file = people();
      const { context, fileId, id, database } = file;
      await merge(file, 'lead', 'member');
      const made = await storeHandlers['entity.create'](context, { fileId, type: 'person', label: 'Ion M.' });
      const later = await storeHandlers['entity.merge'](context, {
        leadId: made.entity.id,
        memberIds: [id('lead')],
        reason: 'same',
      });
      const under = (lead: string) =>
        database
          .all<{ label: string }>(
            'SELECT m.label FROM entity m JOIN entity lead ON lead.seq = m.lead_seq WHERE lead.id = ? ORDER BY m.seq',
            lead,
          )
          .map((row) => row.label);
      expect(under(made.entity.id)).toEqual(['Ion Munteanu', 'Іон Мунтяну']);
      const entry = { entryId: made.journalId };
      await expect(async () =>
        storeHandlers['journal.undoEntry'](context, { ...entry, dependents: 'refuse' }),
      ).rejects.toThrow('journal.');
      await storeHandlers['journal.undoEntry'](context, { ...entry, dependents });
      const gone = database.one('SELECT 1 FROM entity WHERE id = ?', made.entity.id) === undefined;
      const merges = database.all('SELECT id FROM merge WHERE id = ?', later.mergeId).length;
      expect(gone).toBe(merges === 0);
      expect(under(gone ? id('lead') : made.entity.id)).toContain('Іон Мунтяну');
      await storeHandlers['journal.undo'](context, { fileId });
      expect(under(made.entity.id)).toEqual(['Ion Munteanu', 'Іон Мунтяну']);
    }
  });
});
