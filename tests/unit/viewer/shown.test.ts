import { expect, test } from 'vitest';
import type { CaseData, CaseLink } from '../../../src/core/evidence/case-data.ts';
import { type Cover, Model } from '../../../src/viewer/model.ts';
import { Shown } from '../../../src/viewer/shown.ts';
import { caseEntity, GRADE } from '../../helpers/case-data.ts';

const name = (index: number): string => `e${index}`;

function link(from: number, to: number): CaseLink {
  return {
    id: `l${from}-${to}`,
    type: 'associate_of',
    from: name(from),
    to: name(to),
    strength: 'confirmed',
    start: null,
    end: null,
    properties: {},
    sourceId: null,
    grade: GRADE,
    marking: { level: 'restricted', handling: ['H0'] },
  } as unknown as CaseLink;
}

/** A star around 0; the last one hangs on another far from the middle. */
function model(count: number, placed: readonly number[] = []): Model {
  const entities = Array.from({ length: count }, (_, index) =>
    caseEntity(name(index), name(index), { position: placed.includes(index) ? [index * 10, 0] : null }),
  );
  const links = [
    ...Array.from({ length: 60 }, (_, index) => link(0, index + 1)),
    ...Array.from({ length: 55 }, (_, index) => link(1, index + 2)),
    link(count - 2, count - 1),
  ];
  const data = { sources: [], entities, facts: [], links, events: [] } as unknown as CaseData;
  return new Model({} as Cover, data);
}

test('a large package starts with its most connected, drawn with the lines among them', () => {
  const shown = new Shown(model(200));
  const entities = shown.entities();
  expect(shown.isChoice).toBe(true);
  expect(entities.length).toBe(50);
  expect(entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['e0', 'e1']));
  const there = new Set(entities.map(({ id }) => id));
  expect(shown.lines(entities).every((line) => there.has(line.from) && there.has(line.to))).toBe(true);
});

test('what is selected comes with its contacts, and what stood keeps its place', () => {
  const of = model(200);
  const shown = new Shown(of);
  const before = new Map(shown.places(shown.entities()));
  of.select(['e199']);
  const entities = shown.entities();
  expect(entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['e198', 'e199']));
  const after = shown.places(entities);
  expect(after.get('e199')).toBeDefined();
  for (const [id, at] of before) expect(after.get(id)).toMatchObject({ x: at.x, y: at.y });
});

test('all of it is shown on request, and a small package at once', () => {
  const shown = new Shown(model(200));
  shown.toggle();
  expect(shown.entities().length).toBe(200);
  shown.toggle();
  expect(shown.entities().length).toBe(50);
  const small = new Shown(model(70));
  expect([small.isChoice, small.entities().length]).toEqual([false, 70]);
});

test('what the sender placed on a chart is where the picture starts', () => {
  const shown = new Shown(model(200, [7, 8, 150]));
  expect(shown.entities().map(({ id }) => id)).toEqual(['e7', 'e8', 'e150']);
  expect(shown.places(shown.entities()).get('e150')).toMatchObject({ x: 1500, y: 0 });
});
