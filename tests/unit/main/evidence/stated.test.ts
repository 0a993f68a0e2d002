import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../src/contract/index.ts';
import { evidenceFile, FIELDS } from '../../../helpers/evidence.ts';

type Fields = Input<'source.create'>['fields'];
const A1 = { scheme: 'europol-4x4', source: 'A', information: '1' } as const;
const C3 = { scheme: 'europol-4x4', source: 'C', information: '3' } as const;
const OPEN: Partial<Fields> = {
  marking: { level: 'official_use', handling: ['H0'] },
  handlingText: '',
  recipients: [],
};

/** Three people on a chart: two sources speak of the first, one of the link to the second, none of the third. */
async function threePeople() {
  const file = await evidenceFile();
  const { fileId, ask } = file;
  const source = async (reference: string, more: Partial<Fields>) =>
    (
      await ask('source.create', {
        fileId,
        kind: 'document',
        reference,
        fields: { ...FIELDS, ...OPEN, ...more },
      })
    ).sourceId;
  const sure = await source('SURE', { grade: A1, recipients: ['RO', 'MD'] });
  const doubtful = await source('DOUBT', { grade: C3, recipients: ['RO', 'UA'] });
  const named = async (label: string, sourceId: string) =>
    (await ask('entity.create', { fileId, type: 'person', label, sourceId })).entity.id;
  const [ann, ben, cid] = [await named('Ann', sure), await named('Ben', doubtful), await named('Cid', sure)];
  const ids = [ann, ben, cid] as const;
  const alias = { entityId: ann, kind: 'fact' as const, property: 'alias', value: 'Wren' };
  await ask('entity.addFact', { ...alias, sourceId: doubtful });
  const link = { fileId, from: ann, to: ben, type: 'related_to' as const, strength: 'confirmed' as const };
  const { key } = await ask('link.create', { ...link, sourceId: doubtful });
  return { ...file, sure, doubtful, ids, key };
}

describe('filter by source and grade', () => {
  it('leaves entities and lines of which something it leaves speaks, on the chart and in lists', async () => {
    const { ask, fileId, ids, key, sure, doubtful } = await threePeople();
    const data = (filter: object) => ask('chart.data', { fileId, entityIds: [...ids], ...filter });
    const list = async (filter: object) =>
      (await ask('entity.list', { fileId, sort: 'label', offset: 0, limit: 10, ...filter })).rows.map(
        ({ label }) => label,
      );
    expect(await data({})).toMatchObject({ unstated: [], links: [{ key }] });
    expect(await data({ sources: [sure] })).toMatchObject({ unstated: [ids[1]], links: [] });
    expect(await data({ sources: [doubtful] })).toMatchObject({ unstated: [ids[2]], links: [{ key }] });
    expect(await data({ grades: [C3] })).toMatchObject({ unstated: [ids[2]], links: [{ key }] });
    expect(await data({ sources: [sure], grades: [C3] })).toMatchObject({ unstated: [...ids], links: [] });
    expect(await list({ sources: [doubtful] })).toEqual(['Ann', 'Ben']);
    expect(await list({ grades: [A1] })).toEqual(['Ann', 'Cid']);
  });

  it('a fact with a grade of its own counts by that, not by its source’s', async () => {
    const { ask, fileId, ids, sure } = await threePeople();
    const fact = { kind: 'fact' as const, property: 'alias', value: 'Sparrow', sourceId: sure, grade: C3 };
    await ask('entity.addFact', { entityId: ids[2], ...fact });
    const shown = await ask('chart.data', { fileId, entityIds: [...ids], grades: [C3] });
    expect(shown.unstated).toEqual([]);
    const { grades } = await ask('evidence.grades', { fileId });
    expect(grades).toContainEqual({ grade: C3, count: 2 });
  });

  it('stays with the chart and goes with undo', async () => {
    const { ask, fileId, sure } = await threePeople();
    const chart = await ask('chart.create', { fileId, name: 'One' });
    const filter = { ...chart.filter, sources: [sure], grades: [A1] };
    await ask('chart.change', { chartId: chart.id, label: 'act.filter', count: 1, change: { filter } });
    expect((await ask('chart.get', { chartId: chart.id })).filter).toEqual(filter);
    await ask('journal.undo', { fileId });
    expect((await ask('chart.get', { chartId: chart.id })).filter).toEqual(chart.filter);
  });

  it('a merged record is shown where any of its records is spoken of', async () => {
    const { ask, fileId, ids, sure, doubtful } = await threePeople();
    await ask('entity.merge', { leadId: ids[2], memberIds: [ids[1]], reason: 'same man' });
    const of = (sources: string[]) => ask('chart.data', { fileId, entityIds: [ids[2]], sources });
    expect((await of([doubtful])).unstated).toEqual([]);
    const among = await ask('evidence.among', { fileId, entityIds: [ids[2]] });
    expect(among.entities).toMatchObject([{ key: ids[2], sources: ['DOUBT', 'SURE'] }]);
    expect((await of([sure])).unstated).toEqual([]);
  });

  it('an expand brings only neighbours of lines it leaves', async () => {
    const { ask, fileId, ids, sure, doubtful } = await threePeople();
    const near = (sources: string[]) => ask('chart.neighbourCount', { fileId, entityIds: [ids[0]], sources });
    expect((await near([sure])).total).toBe(0);
    expect((await near([doubtful])).total).toBe(1);
  });
});

describe('who says this', () => {
  it('names every source of an entity and of a line, with the set of its grades', async () => {
    const { ask, fileId, ids, key } = await threePeople();
    const ofAnn = await ask('evidence.statedBy', { fileId, entityId: ids[0] });
    expect(ofAnn.sources).toMatchObject([
      { reference: 'DOUBT', grades: [C3], count: 1 },
      { reference: 'SURE', grades: [A1], count: 1 },
    ]);
    const ofLine = await ask('evidence.statedBy', { fileId, linkKey: key });
    expect(ofLine.sources).toMatchObject([{ reference: 'DOUBT', grades: [C3], count: 1 }]);
  });

  it('everything drawn has the set of its grades: never one for several', async () => {
    const { ask, fileId, ids, key } = await threePeople();
    const among = await ask('evidence.among', { fileId, entityIds: [...ids] });
    const of = (wanted: string | undefined) => among.entities.find((one) => one.key === wanted);
    expect(of(ids[0])?.grades).toHaveLength(2);
    expect(of(ids[0])?.sources).toEqual(['DOUBT', 'SURE']);
    expect(of(ids[2])?.grades).toEqual([A1]);
    expect(among.lines).toEqual([{ key, grades: [C3], sources: ['DOUBT'] }]);
  });
});

describe('the marking of a view', () => {
  it('is the strictest of all that is shown, and only their common recipients', async () => {
    const { ask, fileId, ids, doubtful } = await threePeople();
    const marking = (entityIds?: string[]) =>
      ask('evidence.marking', { fileId, ...(entityIds === undefined ? {} : { entityIds }) });
    expect(await marking([ids[2]])).toMatchObject({
      level: 'official_use',
      handling: ['H0'],
      recipients: ['MD', 'RO'],
    });
    const source = await ask('source.get', { sourceId: doubtful });
    const strict = { ...FIELDS, ...OPEN, title: source.title, recipients: ['RO', 'UA'] };
    const fields = {
      ...strict,
      marking: { level: 'confidential' as const, handling: ['H3' as const] },
      handlingText: 'ask first',
    };
    await ask('source.change', { sourceId: doubtful, reference: 'DOUBT', kind: 'document', fields });
    expect(await marking([ids[0], ids[2]])).toEqual({
      level: 'confidential',
      handling: ['H3'],
      handlingTexts: ['ask first'],
      tlp: null,
      recipients: ['RO'],
    });
    expect(await marking([ids[2]])).toMatchObject({ level: 'official_use' });
    expect(await marking()).toMatchObject({ level: 'confidential', recipients: ['RO'] });
  });

  it('a fact with a marking of its own marks the view, and a filter that leaves it out does not', async () => {
    const { ask, fileId, ids, sure } = await threePeople();
    const marking = { level: 'restricted' as const, handling: ['H2' as const] };
    const fact = { kind: 'fact' as const, property: 'alias', value: 'Sparrow', sourceId: sure, marking };
    await ask('entity.addFact', { entityId: ids[2], ...fact });
    const of = (more: object) => ask('evidence.marking', { fileId, entityIds: [ids[2]], ...more });
    expect(await of({})).toMatchObject({ level: 'restricted', handling: ['H2'] });
    expect(await of({ grades: [C3] })).toMatchObject({ level: 'official_use', handling: ['H0'] });
  });
});
