import { expect, it } from 'vitest';
import type { EntitySummary } from '../../../../src/contract/terms.ts';
import { isNarrowed, NO_FILTER, shownIds } from '../../../../src/renderer/workspace/index.ts';

const entity = (id: string, type: EntitySummary['type']): [string, EntitySummary] => [
  id,
  { id, type, label: id, status: null, minor: false, protected: false, degree: 0 },
];
const entities = new Map([entity('p', 'phone'), entity('v', 'vehicle')]);

it('what the filter leaves out leaves every view; a filter that leaves nothing is not the whole file', () => {
  expect(shownIds({ entities, filter: NO_FILTER })).toEqual(['p', 'v']);
  expect(shownIds({ entities, filter: { ...NO_FILTER, entityTypes: ['phone'] } })).toEqual(['p']);
  expect(shownIds({ entities, filter: { ...NO_FILTER, entityTypes: [] } })).toEqual([]);
  expect(shownIds({ entities: new Map(), filter: { ...NO_FILTER, entityTypes: ['phone'] } })).toBeNull();
});

it('any part of a filter counts as one', () => {
  expect(isNarrowed(NO_FILTER)).toBe(false);
  expect(isNarrowed({ ...NO_FILTER, linkTypes: [] })).toBe(true);
  expect(isNarrowed({ ...NO_FILTER, period: { from: null, to: 5 } })).toBe(true);
});
