import { expect, test } from 'vitest';
import { IDENTIFIER_KINDS } from '../../../../src/core/identifiers/index.ts';
import { IDENTITY_RULES, joins, OTHER_KIND, ruleChanges } from '../../../../src/core/matching/index.ts';
import { ENTITY_TYPE_NAMES, ENTITY_TYPES } from '../../../../src/core/model/entity-types.ts';

const AS_DELIVERED = ruleChanges([]);

test('each type has a rule for the number it is named by, for kinds the program knows, and for all others', () => {
  for (const type of ENTITY_TYPE_NAMES) {
    const kinds = IDENTITY_RULES.filter((rule) => rule.type === type).map(({ kind }) => kind);
    const { identifier } = ENTITY_TYPES[type];
    if (identifier !== null) expect(kinds).toContain(identifier);
    expect(kinds.at(-1)).toBe(OTHER_KIND);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.filter((kind) => kind !== OTHER_KIND && !IDENTIFIER_KINDS.includes(kind))).toEqual([]);
  }
});

test('what people share joins nobody, what is issued once does', () => {
  expect(joins('person', 'personal-number', AS_DELIVERED)).toBe(true);
  expect(joins('person', 'phone', AS_DELIVERED)).toBe(false);
  expect(joins('phone', 'phone', AS_DELIVERED)).toBe(true);
  expect(joins('device', 'imei', AS_DELIVERED)).toBe(true);
  expect(joins('vehicle', 'a kind of its own', AS_DELIVERED)).toBe(true);
});

test('a person’s word goes before the table, for one type only', () => {
  const changed = ruleChanges([
    { type: 'vehicle', kind: 'plate', joins: false },
    { type: 'person', kind: OTHER_KIND, joins: false },
  ]);
  expect(joins('vehicle', 'plate', changed)).toBe(false);
  expect(joins('vehicle', 'vin', changed)).toBe(true);
  expect(joins('person', 'a kind of its own', changed)).toBe(false);
  expect(joins('organisation', 'a kind of its own', changed)).toBe(true);
});
