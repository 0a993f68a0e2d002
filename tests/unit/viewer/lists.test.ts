import { expect, test } from 'vitest';
import { otherNames } from '../../../src/core/evidence/merged-records.ts';
import { identifiersOf } from '../../../src/viewer/lists.ts';
import { caseEntity } from '../../helpers/case-data.ts';

test('a merged record is listed with the names and numbers of its members, each once', () => {
  const number = (value: string) => ({ kind: 'phone', value, raw: value, check: 'valid', sourceId: null });
  const one = caseEntity('a', 'Ion Munteanu', { identifiers: [number('1')] });
  expect(otherNames(one)).toEqual([]);
  const names = ['Іон Мунтяну', 'Ion Munteanu', 'Іон Мунтяну'];
  const members = names.map((label, index) =>
    caseEntity(`m${index}`, label, { identifiers: [number('1'), number('2')] }),
  );
  expect(otherNames({ ...one, members })).toEqual(['Іон Мунтяну']);
  expect(identifiersOf({ ...one, members })).toBe('1, 2');
});
