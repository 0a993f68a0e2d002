import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportReport } from '../../../../src/contract/import.ts';
import {
  addItem,
  changeItem,
  lookedAt,
  newItem,
  openCentre,
  removeItem,
  substance,
  useCentre,
} from '../../../../src/renderer/import/centre.ts';
import { canLoad, canTry, itemState } from '../../../../src/renderer/import/item-state.ts';
import { addEntity } from '../../../../src/renderer/import/mapping/edit-entities.ts';
import { inspection, specification } from './specification.ts';

const ready = addEntity(specification(), 'vehicle', 'V', { name: 'x1', examples: [] });
const report = (change: Partial<ImportReport> = {}) =>
  ({ dryRun: true, imported: 1, ...change }) as ImportReport;
const found = (change = {}) => lookedAt(newItem('/a.csv', 'a.csv'), { ...inspection(ready), ...change });

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing is asked here')));
  openCentre('none');
  openCentre('file');
});

test('a file goes from being looked at to ready, tried and loaded; another mapping needs another try', () => {
  const item = newItem('/a.csv', 'a.csv');
  expect(itemState(item)).toBe('looking');
  expect(itemState({ ...item, refusal: 'no table' })).toBe('refused');
  const known = found();
  expect([itemState(known), canTry(known), canLoad(known)]).toEqual(['ready', true, true]);
  const tried = { ...known, last: { report: report(), of: substance(ready) } };
  expect([itemState(tried), canTry(tried), canLoad(tried)]).toEqual(['tried', false, true]);
  const changed = { ...ready, timeZone: 'UTC' };
  const other = { ...tried, file: { ...tried.file, specification: changed } } as typeof tried;
  expect(itemState(other)).toBe('ready');
  const loaded = { ...known, last: { report: report({ dryRun: false }), of: '' } };
  expect([itemState(loaded), canTry(loaded), canLoad(loaded)]).toEqual(['loaded', false, false]);
});

test('what asks, what was imported before and what failed with a question is not loaded with the others', () => {
  const dates = found({ ambiguousDates: true });
  expect([itemState(dates), canLoad(dates)]).toEqual(['asks', false]);
  const twice = found({ duplicateOf: 'batch' });
  expect([itemState(twice), canTry(twice), canLoad(twice)]).toEqual(['duplicate', true, false]);
  const empty = lookedAt(newItem('/b.csv', 'b.csv'), inspection(specification()));
  const failed = { ...empty, error: { about: 'run' as const, message: 'x' } };
  expect([itemState(failed), canLoad(failed)]).toEqual(['failed', false]);
});

test('a file chosen twice stays one line; a refused one is looked at again; another case begins empty', () => {
  expect(addItem(newItem('/a.csv', 'a.csv'))).toBe(true);
  expect(addItem(newItem('/a.csv', 'a.csv'))).toBe(false);
  changeItem('/a.csv', (item) => ({ ...item, refusal: 'locked by another program' }));
  expect(addItem(newItem('/a.csv', 'a.csv'))).toBe(true);
  addItem(newItem('/b.csv', 'b.csv'));
  addItem(newItem('/a.csv', 'a.csv', 'Sheet2'), '/a.csv');
  expect(useCentre.getState().items.map(({ path, part }) => [path, part])).toEqual([
    ['/a.csv', null],
    ['/a.csv', 'Sheet2'],
    ['/b.csv', null],
  ]);
  removeItem('/a.csv');
  expect(useCentre.getState().selected).toBe('/a.csv\u0000Sheet2');
  openCentre('another');
  expect(useCentre.getState().items).toEqual([]);
});
