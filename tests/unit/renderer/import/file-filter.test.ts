import { beforeEach, expect, test, vi } from 'vitest';
import {
  addItems,
  type CentreItem,
  lookedAt,
  newItem,
  openCentre,
  removeItems,
  useCentre,
} from '../../../../src/renderer/import/centre.ts';
import { groupCounts, inGroup } from '../../../../src/renderer/import/file-filter.ts';
import { canLoad, canRegister, itemState } from '../../../../src/renderer/import/item-state.ts';
import { addEntity } from '../../../../src/renderer/import/mapping/edit-entities.ts';
import { shut } from '../../../../src/renderer/import/register.ts';
import { inspection, specification } from './specification.ts';

const ready = addEntity(specification(), 'vehicle', 'V', { name: 'x1', examples: [] });
const csv = lookedAt(newItem('/a.csv', 'a.csv'), inspection(ready));
const refused: CentreItem = { ...newItem('/disk.db', 'disk.db'), refusal: 'is no table' };
const noted: CentreItem = { ...refused, id: 'n', registered: { reference: 'S-3', as: 'noted' } };

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing is asked here')));
  openCentre('none');
  openCentre('file');
});

test('files are counted by state, and a state nobody is in any more hides nothing', () => {
  const items = [csv, refused, noted, { ...refused, id: 'm' }];
  expect(groupCounts(items)).toEqual([
    ['ready', 1],
    ['refused', 2],
    ['registered', 1],
  ]);
  expect(inGroup(items, 'refused').map(({ id }) => id)).toEqual(['/disk.db', 'm']);
  expect(inGroup(items, 'loaded')).toBe(items);
  expect(inGroup(items, null)).toBe(items);
});

test('what is refused can be registered once; what failed without being read is never loaded', () => {
  expect([canRegister(refused), canRegister(csv), canRegister(noted)]).toEqual([true, true, false]);
  const failed = { ...newItem('/x', 'x'), error: { about: 'run' as const, message: 'busy' } };
  expect([itemState(failed), canLoad(failed), canRegister(failed)]).toEqual(['failed', false, true]);
});

test('material nobody may look at is one file without anything that was read of it', () => {
  const sheet = (part: string): CentreItem => ({ ...csv, id: `/b.xlsx ${part}`, path: '/b.xlsx', part });
  addItems([sheet('1'), sheet('2'), csv]);
  expect(shut([sheet('2').id], 'forbidden')).toEqual([sheet('2').id]);
  const [closed, other] = useCentre.getState().items;
  expect(closed).toMatchObject({ path: '/b.xlsx', file: null, last: null, part: null });
  expect(other).toBe(csv);
  expect(useCentre.getState().selected).toBe(sheet('2').id);
});

test('many come in at once, none twice; the next that stays opens where the open one goes', () => {
  expect(addItems([refused, csv, csv]).map(({ id }) => id)).toEqual(['/disk.db', '/a.csv']);
  expect(addItems([csv, refused]).map(({ id }) => id)).toEqual(['/disk.db']);
  addItems([noted]);
  expect(useCentre.getState().items.map(({ id }) => id)).toEqual(['/a.csv', '/disk.db', 'n']);
  removeItems(new Set(['/disk.db', '/a.csv']));
  expect(useCentre.getState().selected).toBe('n');
});
