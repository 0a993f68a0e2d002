import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImportSpecification, importSpecification } from '../../../../../src/contract/import.ts';
import { ENTITY_TYPE_NAMES } from '../../../../../src/core/model/entity-types.ts';
import { EVENT_TYPE_NAMES, LINK_TYPE_NAMES, STRENGTHS } from '../../../../../src/core/model/link-types.ts';
import {
  feed,
  takeOut,
  unusedColumns,
  usesOf,
} from '../../../../../src/renderer/import/mapping/column-use.ts';
import {
  addEntity,
  addIdentifier,
  changeKind,
  changeRequired,
  changeType,
  removeEntity,
  removeIdentifier,
  renameEntity,
} from '../../../../../src/renderer/import/mapping/edit-entities.ts';
import {
  addEvent,
  addLink,
  changeEvent,
  changeIncoming,
  changeLink,
  removeDirection,
  removeEvent,
  removeLink,
} from '../../../../../src/renderer/import/mapping/edit-events.ts';
import { addProperty, renameProperty } from '../../../../../src/renderer/import/mapping/edit-properties.ts';
import {
  EVENT_FIELDS,
  type Place,
  placesOf,
  readPlace,
  writePlace,
} from '../../../../../src/renderer/import/mapping/place.ts';
import {
  withConstant,
  withExtract,
  withJoiner,
  withoutColumn,
} from '../../../../../src/renderer/import/mapping/value-edit.ts';
import { COLUMNS, specification } from '../specification.ts';

type Edit = (spec: ImportSpecification) => ImportSpecification;

const at = fc.nat({ max: 3 });
const column = fc.constantFrom(...COLUMNS, '__proto__');
const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '__proto__', 'Person', '1', 'Ім’я'));
const end = fc.oneof(fc.constant(null), text);
const owner = fc.record({ part: fc.constantFrom('entity' as const, 'event' as const), at });
const place: fc.Arbitrary<Place> = fc.oneof(
  at.map((one): Place => ({ part: 'entity', at: one, field: 'label' })),
  fc.record({
    part: fc.constant('entity' as const),
    at,
    field: fc.constantFrom('identifier' as const, 'country' as const),
    index: at,
  }),
  fc.record({
    part: fc.constant('event' as const),
    at,
    field: fc.constantFrom(...EVENT_FIELDS, 'direction' as const),
  }),
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...ENTITY_TYPE_NAMES), text, fc.option(column)).map(
    ([type, name, fed]): Edit =>
      (spec) =>
        addEntity(spec, type, name, fed === null ? undefined : { name: fed, examples: ['12'] }),
  ),
  fc.tuple(at, fc.constantFrom(...ENTITY_TYPE_NAMES)).map(
    ([one, type]): Edit =>
      (spec) =>
        changeType(spec, one, type),
  ),
  fc.tuple(at, text).map(
    ([one, name]): Edit =>
      (spec) =>
        renameEntity(spec, one, name),
  ),
  fc.tuple(at, fc.boolean()).map(
    ([one, isOn]): Edit =>
      (spec) =>
        changeRequired(spec, one, isOn),
  ),
  at.map(
    (one): Edit =>
      (spec) =>
        removeEntity(spec, one),
  ),
  fc.tuple(at, text).map(
    ([one, kind]): Edit =>
      (spec) =>
        addIdentifier(spec, one, kind),
  ),
  fc.tuple(at, at, text).map(
    ([one, index, kind]): Edit =>
      (spec) =>
        changeKind(spec, one, index, kind),
  ),
  fc.tuple(at, at).map(
    ([one, index]): Edit =>
      (spec) =>
        removeIdentifier(spec, one, index),
  ),
  fc.constantFrom(...LINK_TYPE_NAMES).map(
    (type): Edit =>
      (spec) =>
        addLink(spec, type),
  ),
  fc.tuple(at, fc.record({ from: text, strength: fc.constantFrom(...STRENGTHS) })).map(
    ([one, change]): Edit =>
      (spec) =>
        changeLink(spec, one, change),
  ),
  at.map(
    (one): Edit =>
      (spec) =>
        removeLink(spec, one),
  ),
  fc.constantFrom(...EVENT_TYPE_NAMES).map(
    (type): Edit =>
      (spec) =>
        addEvent(spec, type),
  ),
  fc.tuple(at, fc.record({ from: end, to: end })).map(
    ([one, change]): Edit =>
      (spec) =>
        changeEvent(spec, one, change),
  ),
  fc.tuple(at, text).map(
    ([one, words]): Edit =>
      (spec) =>
        changeIncoming(spec, one, words),
  ),
  at.map(
    (one): Edit =>
      (spec) =>
        removeDirection(spec, one),
  ),
  at.map(
    (one): Edit =>
      (spec) =>
        removeEvent(spec, one),
  ),
  fc.tuple(owner, text, fc.option(column, { nil: undefined })).map(
    ([one, name, fed]): Edit =>
      (spec) =>
        addProperty(spec, one, name, fed),
  ),
  fc.tuple(owner, text, text).map(
    ([one, from, to]): Edit =>
      (spec) =>
        renameProperty(spec, one, from, to),
  ),
  fc.tuple(place, column).map(
    ([one, fed]): Edit =>
      (spec) =>
        feed(spec, one, fed),
  ),
  fc.tuple(place, column).map(
    ([one, fed]): Edit =>
      (spec) =>
        takeOut(spec, one, fed),
  ),
  fc.tuple(place, text).map(
    ([one, typed]): Edit =>
      (spec) =>
        writePlace(spec, one, withExtract(withConstant(readPlace(spec, one), typed), typed)),
  ),
  fc.tuple(place, text).map(
    ([one, joiner]): Edit =>
      (spec) =>
        writePlace(spec, one, withJoiner(readPlace(spec, one) ?? { columns: [] }, joiner)),
  ),
  place.map(
    (one): Edit =>
      (spec) =>
        writePlace(spec, one, null),
  ),
);

test('any sequence of edits gives a specification the contract accepts, and nothing of it is lost on the way', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const spec = edits.reduce((before, one) => one(before), specification());
      expect(importSpecification.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    }),
    { numRuns: 300 },
  );
});

test('a column is unused exactly where no place names it, and is so again when taken out of all', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const spec = edits.reduce((before, one) => one(before), specification());
      const unused = unusedColumns(spec, COLUMNS);
      for (const name of COLUMNS) {
        const uses = usesOf(spec, name);
        expect(uses.length === 0).toBe(unused.includes(name));
        const freed = uses.reduce((before, one) => takeOut(before, one, name), spec);
        expect(usesOf(freed, name)).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

describe('entities', () => {
  test('what is known of a new one follows its type and what stands in the column', () => {
    const named = { name: 'x1', examples: ['Ткачук Олександр'] };
    const numbered = { name: 'x1', examples: ['2009123456781'] };
    const made = (type: 'person' | 'phone' | 'place', fed?: typeof named) =>
      addEntity(specification(), type, 'A', fed).entities[0];
    expect(made('person', named)).toMatchObject({ identifiers: [], label: { columns: ['x1'] } });
    expect(made('person', numbered)?.identifiers).toEqual([
      { kind: 'personal-number', value: { columns: ['x1'] } },
    ]);
    expect(made('phone')?.identifiers).toEqual([{ kind: 'phone', value: { columns: [] } }]);
    expect(made('place', named)).toMatchObject({ identifiers: [], label: { columns: ['x1'] } });
  });

  test('another type keeps what is fed and replaces what is not', () => {
    const fresh = addEntity(specification(), 'phone', 'A');
    expect(changeType(fresh, 0, 'vehicle').entities[0]?.identifiers).toEqual([
      { kind: 'plate', value: { columns: [] } },
    ]);
    const fed = addEntity(specification(), 'phone', 'A', { name: 'x1', examples: [] });
    expect(changeType(fed, 0, 'sim').entities[0]).toMatchObject({
      type: 'sim',
      identifiers: [{ kind: 'phone', value: { columns: ['x1'] } }],
    });
  });

  test('links and events follow a new name, not a taken one', () => {
    const two = addEntity(addEntity(specification(), 'person', 'A'), 'vehicle', 'B');
    const spec = addEvent(addLink(two, 'drives'), 'movement');
    const renamed = renameEntity(spec, 1, 'Car');
    expect(renamed.links[0]).toMatchObject({ from: 'A', to: 'Car' });
    expect(renamed.events[0]).toMatchObject({ from: 'A', to: 'Car' });
    const clashing = renameEntity(spec, 1, 'A');
    expect(clashing.links[0]).toMatchObject({ from: 'A', to: 'B' });
    expect(renameEntity(clashing, 1, 'B')).toEqual(spec);
  });

  test('a second one of the same name gets a number', () => {
    const spec = addEntity(addEntity(specification(), 'phone', 'Phone'), 'phone', 'Phone');
    expect(spec.entities.map(({ name }) => name)).toEqual(['Phone', 'Phone 2']);
  });
});

describe('properties', () => {
  const spec = addProperty(
    addProperty(addEvent(specification(), 'other'), { part: 'event', at: 0 }, 'a', 'x1'),
    { part: 'event', at: 0 },
    'b',
    'x2',
  );

  test('keep their order when renamed, and never fall together', () => {
    const renamed = renameProperty(spec, { part: 'event', at: 0 }, 'a', 'c');
    expect(Object.entries(renamed.events[0]?.properties ?? {})).toEqual([
      ['c', { columns: ['x1'] }],
      ['b', { columns: ['x2'] }],
    ]);
    const clashing = renameProperty(spec, { part: 'event', at: 0 }, 'a', 'b');
    expect(Object.keys(clashing.events[0]?.properties ?? {})).toEqual(['b 2', 'b']);
  });

  test('a property goes with its last column', () => {
    const freed = takeOut(spec, { part: 'event', at: 0, field: 'property', name: 'a' }, 'x1');
    expect(Object.keys(freed.events[0]?.properties ?? {})).toEqual(['b']);
  });
});

test('columns and a fixed text exclude each other; an empty expression is none', () => {
  const start: Place = { part: 'event', at: 0, field: 'start' };
  const spec = addEvent(specification(), 'other');
  const fixed = writePlace(spec, start, withConstant({ columns: ['x1'], joiner: '-' }, '2026'));
  expect(readPlace(fixed, start)).toEqual({ columns: [], constant: '2026' });
  expect(readPlace(feed(fixed, start, 'x2'), start)).toEqual({ columns: ['x2'] });
  expect(withExtract({ columns: ['x1'], extract: 'a' }, '')).toEqual({ columns: ['x1'] });
  expect(withoutColumn({ columns: ['x1', 'x2'], joiner: ' ' }, 'x1')).toEqual({
    columns: ['x2'],
    joiner: ' ',
  });
  expect(withoutColumn({ columns: ['x1'] }, 'x1')).toBeNull();
});

test('incoming words are typed between commas; the words stay when the column changes', () => {
  const direction: Place = { part: 'event', at: 0, field: 'direction' };
  const fed = feed(addEvent(specification(), 'call'), direction, 'x1');
  const spec = changeIncoming(fed, 0, ' вх. , in;; mt\n');
  expect(spec.events[0]?.direction?.incoming).toEqual(['вх.', 'in', 'mt']);
  expect(takeOut(spec, direction, 'x1').events[0]?.direction).toEqual({
    value: { columns: [] },
    incoming: ['вх.', 'in', 'mt'],
  });
  expect(removeDirection(spec, 0).events[0]?.direction).toBeNull();
});

test('a person has a place for the status, which a column feeds and leaves again', () => {
  const spec = addEntity(specification(), 'person', 'person', { name: 'x1', examples: ['Вигадана'] });
  const place = { part: 'entity', at: 0, field: 'status' } as const;
  expect(placesOf(spec)).toContainEqual(place);
  const fed = feed(spec, place, 'x2');
  expect(fed.entities[0]?.status).toEqual({ columns: ['x2'] });
  expect(usesOf(fed, 'x2')).toEqual([place]);
  expect(writePlace(fed, place, null).entities[0]).not.toHaveProperty('status');
  const phone = addEntity(specification(), 'phone', 'phone');
  expect(placesOf(phone)).not.toContainEqual(place);
});
