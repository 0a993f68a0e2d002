import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../src/contract/index.ts';
import { evidenceFile, FIELDS } from '../../../helpers/evidence.ts';

type New = Omit<Input<'entity.addFact'>, 'entityId'>;
const FACT: New = { kind: 'fact', property: 'alias', value: 'Kestrel' };

async function withPerson() {
  const file = await evidenceFile();
  const entityId = await file.person('Iona Marsh');
  const { sourceId } = await file.ask('source.create', {
    fileId: file.fileId,
    kind: 'statement',
    fields: FIELDS,
  });
  const facts = async () =>
    (await file.ask('entity.get', { entityId })).facts.filter((one) => one.property !== null);
  const add = (fact: New) => file.ask('entity.addFact', { entityId, ...fact });
  const undo = () => file.ask('journal.undo', { fileId: file.fileId });
  return { ...file, entityId, sourceId, facts, add, undo };
}

describe('a fact', () => {
  it('has grade and marking of its source until it gets its own, and goes back to them', async () => {
    const one = await withPerson();
    const { factId } = await one.add({ ...FACT, sourceId: one.sourceId });
    const ofSource = { grade: FIELDS.grade, marking: FIELDS.marking, handlingText: 'no third countries' };
    expect(await one.facts()).toMatchObject([
      { ...ofSource, ownGrade: false, ownMarking: false, kind: 'fact' },
    ]);
    const grade = { scheme: 'europol-4x4' as const, source: 'B', information: '3' };
    const marking = { level: 'confidential' as const, handling: ['H2' as const] };
    await one.ask('fact.change', { factId, ...FACT, value: 'Hawk', sourceId: one.sourceId, grade, marking });
    expect(await one.facts()).toMatchObject([
      { value: 'Hawk', grade, marking, ownGrade: true, ownMarking: true, handlingText: '' },
    ]);
    await one.ask('fact.change', { factId, ...FACT, sourceId: one.sourceId });
    expect(await one.facts()).toMatchObject([{ ...ofSource, ownGrade: false, value: 'Kestrel' }]);
  });

  it('is found by its words, changed, withdrawn and brought back, each in one step', async () => {
    const one = await withPerson();
    const { factId } = await one.add(FACT);
    const found = async (text: string) =>
      (await one.ask('search.query', { fileId: one.fileId, text, limit: 5 })).hits.length;
    const whole = await one.facts();
    await one.ask('fact.change', { factId, ...FACT, value: 'Gyrfalcon' });
    expect([await found('Kestrel'), await found('Gyrfalcon')]).toEqual([0, 1]);
    await one.ask('fact.withdraw', { factId, reason: 'wrong person' });
    expect(await one.facts()).toEqual([]);
    await one.undo();
    await one.undo();
    expect(await one.facts()).toEqual(whole);
    expect([await found('Kestrel'), await found('Gyrfalcon')]).toEqual([1, 0]);
    await one.ask('journal.redo', { fileId: one.fileId });
    expect(await one.facts()).toMatchObject([{ value: 'Gyrfalcon' }]);
  });

  it.each([
    ['evidence.handling-h3-without-text', { marking: { level: 'restricted', handling: ['H3'] } }],
    ['evidence.basis-not-here', { kind: 'inference', basis: ['nowhere'] }],
    ['engine.bad-input', { grade: { scheme: 'europol-4x4', source: 'E', information: '1' } }],
    ['engine.bad-input', { value: '  ' }],
  ] as const)('is refused with %s where it cannot be', async (code, change) => {
    const one = await withPerson();
    const fact = { entityId: one.entityId, ...FACT, ...change } as unknown as Input<'entity.addFact'>;
    expect(await one.refusal('entity.addFact', fact)).toBe(code);
    expect(await one.facts()).toEqual([]);
  });
});

describe('what a conclusion rests on', () => {
  it('stays with it, cannot be withdrawn under it, and never runs in a circle', async () => {
    const one = await withPerson();
    const ground = await one.add(FACT);
    const inference = { kind: 'inference' as const, property: 'role', value: 'leads the drivers' };
    const drawn = await one.add({ ...inference, basis: [ground.factId] });
    const advice = { kind: 'recommendation' as const, property: 'next', value: 'ask for the second number' };
    await one.add({ ...advice, basis: [drawn.factId] });
    expect((await one.facts()).map(({ kind, basis }) => [kind, basis])).toEqual([
      ['fact', []],
      ['inference', [ground.factId]],
      ['recommendation', [drawn.factId]],
    ]);
    expect(await one.refusal('fact.withdraw', { factId: ground.factId })).toBe('evidence.fact-is-basis');
    const circle = { factId: ground.factId, ...inference, basis: [drawn.factId] };
    expect(await one.refusal('fact.change', circle)).toBe('evidence.basis-not-here');
  });
});

describe('what a file says', () => {
  it('can be graded anew, and is never overwritten or withdrawn', async () => {
    const one = await withPerson();
    const { factId } = await one.add({ ...FACT, sourceId: one.sourceId });
    one.database().run('UPDATE assertion SET batch_seq = 1 WHERE id = ?', factId);
    const same = { factId, ...FACT, sourceId: one.sourceId };
    expect(await one.refusal('fact.withdraw', { factId })).toBe('evidence.fact-of-file');
    expect(await one.refusal('fact.change', { ...same, value: 'other' })).toBe('evidence.fact-of-file');
    const grade = { scheme: 'europol-4x4' as const, source: 'C', information: '4' };
    await one.ask('fact.change', { ...same, grade });
    expect(await one.facts()).toMatchObject([{ grade, value: 'Kestrel', ofFile: true }]);
  });
});

it('no act on a fact writes its words or the name of a protected person into the audit', async () => {
  const one = await withPerson();
  await one.ask('entity.setStatus', { entityId: one.entityId, status: 'victim', minor: false });
  const { factId } = await one.add({ ...FACT, value: 'Iona Marsh lives in Cahul' });
  await one.ask('fact.change', { factId, ...FACT, value: 'Iona Marsh moved' });
  await one.ask('fact.withdraw', { factId });
  await one.ask('source.create', {
    fileId: one.fileId,
    kind: 'statement',
    fields: { ...FIELDS, title: 'Statement of Iona Marsh' },
  });
  await one.undo();
  const { rows } = await one.ask('audit.list', { offset: 0, limit: 1000 });
  expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['change', 'undo']));
  expect(JSON.stringify(rows)).not.toMatch(/Iona|Marsh|Cahul|Kestrel/);
});
