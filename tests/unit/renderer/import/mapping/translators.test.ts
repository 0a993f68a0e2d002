import { expect, test } from 'vitest';
import { changedRows, withCell } from '../../../../../src/renderer/import/corrections.ts';
import { addEntity } from '../../../../../src/renderer/import/mapping/edit-entities.ts';
import { addLink } from '../../../../../src/renderer/import/mapping/edit-events.ts';
import { readPlace, writePlace } from '../../../../../src/renderer/import/mapping/place.ts';
import { problemsOf } from '../../../../../src/renderer/import/mapping/problems.ts';
import {
  shownPart,
  shownReplacements,
  withReplacements,
  withSplit,
} from '../../../../../src/renderer/import/mapping/value-edit.ts';
import { COLUMNS, specification } from '../specification.ts';

test('replacements are typed a pair in each line and shown as they are read', () => {
  const value = withReplacements(
    { columns: ['x1'] },
    'Особа → person\nавто=vehicle\n\nwithout a sign\nзайве →',
  );
  expect(value.replace).toEqual([
    { from: 'Особа', to: 'person' },
    { from: 'авто', to: 'vehicle' },
    { from: 'зайве', to: '' },
  ]);
  expect(withReplacements(value, shownReplacements(value))).toEqual(value);
  expect(withReplacements(value, '')).toEqual({ columns: ['x1'] });
});

test('parts are counted from one and 0 is the last', () => {
  expect(withSplit({ columns: ['x1'] }, '/', 1).split).toEqual({ by: '/', index: 0 });
  expect(withSplit({ columns: ['x1'] }, '/', 0).split).toEqual({ by: '/', index: -1 });
  expect(shownPart({ by: '/', index: -1 })).toBe('0');
});

test('the own id and the type by column of an entity and of a link can be set and taken away', () => {
  const two = addEntity(addEntity(specification(), 'person', 'A'), 'person', 'B');
  const spec = addLink(two, 'associate_of');
  for (const place of [
    { part: 'entity', at: 0, field: 'key' },
    { part: 'entity', at: 1, field: 'typeFrom' },
    { part: 'link', at: 0, field: 'typeFrom' },
  ] as const) {
    const set = writePlace(spec, place, { columns: ['x2'] });
    expect(readPlace(set, place)).toEqual({ columns: ['x2'] });
    expect(writePlace(set, place, null)).toEqual(spec);
    expect(problemsOf(writePlace(spec, place, { columns: ['gone'] }), COLUMNS)).toContainEqual(
      expect.objectContaining({ code: 'column-missing', at: `${place.part}.${place.at}.${place.field}` }),
    );
  }
});

test('a filter that can fit nothing on purpose is a problem', () => {
  const codes = (rowFilter: object) =>
    problemsOf(specification({ rowFilter: rowFilter as never }), COLUMNS)
      .filter(({ at }) => at === 'filter')
      .map(({ code }) => code);
  expect(codes({ column: 'x1', test: 'equals', text: '', rows: 'keep' })).toEqual([]);
  expect(codes({ column: 'x9', test: 'contains', text: '', rows: 'keep' })).toEqual([
    'column-missing',
    'filter-empty',
  ]);
  expect(codes({ column: 'x1', test: 'matches', text: '(a+)+', rows: 'keep' })).toEqual(['slow-pattern']);
});

test('only rows that were changed are tried again; a cell beyond a cut row makes it whole', () => {
  const rows = [
    { line: 3, cells: ['a', 'b'] },
    { line: 9, cells: ['c'] },
  ];
  const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
  const edits = withCell(withCell([], first, 1, 'B'), second, 2, 'z');
  expect(changedRows(rows, edits)).toEqual([
    { line: 3, cells: ['a', 'B'] },
    { line: 9, cells: ['c', '', 'z'] },
  ]);
  expect(changedRows(rows, withCell(edits, { line: 3, cells: ['a', 'B'] }, 1, 'b'))).toHaveLength(1);
});
