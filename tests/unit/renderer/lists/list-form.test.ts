import { expect, test } from 'vitest';
import type { ListMapping } from '../../../../src/contract/lists.ts';
import { decisionOfKey, nextOf } from '../../../../src/renderer/lists/choice.ts';
import {
  canCompare,
  isWhole,
  newListForm,
  termsOf,
  validityOf,
  withField,
} from '../../../../src/renderer/lists/list-form.ts';

const MAPPING: ListMapping = {
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ';',
  quote: '"',
  headerRow: 0,
  columns: ['a', 'b'],
  dateOrder: 'dmy',
  country: '',
  fields: { a: 'reference' },
};

test('a list needs a name, an owner, days that are some and a measure that means something', () => {
  const form = { ...newListForm('Wanted'), owner: 'NCB' };
  expect(isWhole(form)).toBe(true);
  expect(isWhole({ ...form, owner: ' ' })).toBe(false);
  expect(isWhole({ ...form, validTo: '2026-13' })).toBe(false);
  expect(isWhole({ ...form, threshold: '20' })).toBe(false);
  expect(isWhole({ ...form, threshold: 'much' })).toBe(false);
  expect(validityOf({ ...form, validTo: '2026-03' })).toEqual({ validFrom: null, validTo: '2026-03' });
  expect(termsOf(form)).toMatchObject({ name: 'Wanted', owner: 'NCB', threshold: 0.85 });
});

test('a mapping can be compared once a column is a name or a number', () => {
  expect(canCompare(MAPPING)).toBe(false);
  expect(canCompare(withField(MAPPING, 'b', 'vin'))).toBe(true);
  expect(withField(MAPPING, 'a', '').fields).toEqual({});
});

test('keys decide by their place on the board, with Ctrl they mean something else', () => {
  const key = (code: string, ctrlKey = false) => ({ code, ctrlKey, altKey: false, metaKey: false });
  expect(decisionOfKey(key('KeyC'))).toBe('confirmed');
  expect(decisionOfKey(key('KeyD'))).toBe('dismissed');
  expect(decisionOfKey(key('KeyC', true))).toBeNull();
  expect(decisionOfKey(key('KeyX'))).toBeNull();
});

test('after the last hit the one before it stands there', () => {
  expect(nextOf(['a', 'b'], 'a', 1)).toBe('b');
  expect(nextOf(['a', 'b'], 'b', 1)).toBe('b');
  expect(nextOf(['a', 'b'], 'a', -1)).toBe('a');
  expect(nextOf(['a', 'b'], 'gone', 1)).toBe('a');
  expect(nextOf([], null, 1)).toBeNull();
});
