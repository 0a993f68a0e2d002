import { describe, expect, test } from 'vitest';
import {
  type Fact,
  type FactForm,
  fieldsOfFact,
  formOfFact,
  isWhole,
  newFact,
  telling,
} from '../../../../src/renderer/inspector/fact-form.ts';

const FACT: Fact = {
  id: 'f',
  kind: 'fact',
  property: 'alias',
  value: 'Kestrel',
  check: null,
  explain: [],
  sourceId: 's',
  sourceReference: 'S-001',
  sourceRow: 3,
  grade: { scheme: 'europol-4x4', source: 'B', information: '2' },
  marking: { level: 'restricted', handling: ['H1'] },
  handlingText: '',
  ownGrade: false,
  ownMarking: false,
  basis: [],
  ofFile: false,
};

describe('the editor of a fact', () => {
  test('gives back what it was given, and reads through the source what is the source’s', () => {
    expect(fieldsOfFact(formOfFact(FACT))).toEqual({
      kind: 'fact',
      property: 'alias',
      value: 'Kestrel',
      sourceId: 's',
    });
    const own = { ...FACT, kind: 'inference' as const, ownGrade: true, ownMarking: true, basis: ['g'] };
    expect(fieldsOfFact(formOfFact(own))).toMatchObject({
      grade: FACT.grade,
      marking: FACT.marking,
      basis: ['g'],
    });
  });

  test('a fact rests on nothing: grounds chosen before the kind was changed do not go along', () => {
    expect(fieldsOfFact({ ...formOfFact(FACT), basis: ['g'] })).not.toHaveProperty('basis');
  });

  test('is whole with what and value, and with the text its H3 needs', () => {
    const form = { ...newFact('fact', ''), property: 'alias', value: ' ' };
    expect(isWhole(form, false)).toBe(false);
    const h3: FactForm['marking'] = { level: 'restricted', handling: ['H3'], handlingText: '' };
    expect(isWhole({ ...form, value: 'x' }, false)).toBe(true);
    expect(isWhole({ ...form, value: 'x', marking: h3 }, false)).toBe(false);
    expect(isWhole({ ...form, value: 'x', marking: { ...h3, handlingText: 'ask' } }, false)).toBe(true);
  });
});

test('that a row speaks of somebody is not told beside what the row says', () => {
  const bare = { ...FACT, id: 'bare', property: null, value: '' };
  const other = { ...bare, id: 'other', sourceRow: 9 };
  expect(telling([bare, FACT, other]).map(({ id }) => id)).toEqual(['f', 'other']);
});
