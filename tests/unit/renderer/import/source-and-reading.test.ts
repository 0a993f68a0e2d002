import { describe, expect, test } from 'vitest';
import type { ImportSpecification } from '../../../../src/contract/import.ts';
import { HANDLING_CODES, withHandling } from '../../../../src/core/evidence/marking.ts';
import { addEntity } from '../../../../src/renderer/import/mapping/edit-entities.ts';
import { shownJoiner, typedJoiner } from '../../../../src/renderer/import/mapping/value-edit.ts';
import {
  DELIMITERS,
  delimiterName,
  type FileState,
  isShelved,
  readAgain,
  readingOf,
} from '../../../../src/renderer/import/reading.ts';
import { recipientsOf } from '../../../../src/renderer/import/source-edit.ts';
import { english, inspection, specification } from './specification.ts';

describe('handling', () => {
  test('H1 to H3 combine, H0 stands alone, none left is H0', () => {
    expect(withHandling(['H1'], 'H3', true)).toEqual(['H1', 'H3']);
    expect(withHandling(['H1', 'H3'], 'H0', true)).toEqual(['H0']);
    expect(withHandling(['H0'], 'H2', true)).toEqual(['H2']);
    expect(withHandling(['H2'], 'H2', false)).toEqual(['H0']);
    expect(withHandling(['H0'], 'H0', false)).toEqual(['H0']);
  });

  test('whatever is ticked in whatever order, H0 is never beside another code', () => {
    for (const first of HANDLING_CODES) {
      for (const second of HANDLING_CODES) {
        const codes = withHandling(withHandling(['H1'], first, true), second, true);
        expect(codes.includes('H0') && codes.length > 1).toBe(false);
        expect(codes).toContain(second);
      }
    }
  });
});

test('recipients: between commas or blanks, each once, as packages write them', () => {
  expect(recipientsOf(' ro, UA;md  RO,')).toEqual(['RO', 'UA', 'MD']);
  expect(recipientsOf('')).toEqual([]);
});

test('blanks of a joiner can be seen and typed', () => {
  expect(shownJoiner({ columns: ['a', 'b'] })).toBe('␣');
  expect(shownJoiner({ columns: ['a', 'b'], joiner: ', ' })).toBe(',␣');
  expect(typedJoiner('␣-␣')).toBe(' - ');
  expect(typedJoiner('')).toBe('');
});

test('every delimiter offered has its name', () => {
  for (const delimiter of DELIMITERS)
    expect(english(`importcentre:delimiterName.${delimiterName(delimiter)}`)).not.toBe('');
  expect(delimiterName('~')).toBeNull();
});

describe('reading the file again', () => {
  const headless = specification({ columns: ['#1', '#2'], timeZone: 'Europe/Kyiv' });
  const before = inspection(headless, false);
  const after = inspection(specification({ columns: ['x1', 'x2'], timeZone: 'UTC', headerRow: 2 }));
  const mapped = addEntity(headless, 'phone', 'Phone', { name: '#2', examples: ['1'] });

  test('a file without names has header row −1', () => {
    expect(readingOf(before).headerRow).toBe(-1);
    expect(readingOf(after).headerRow).toBe(2);
  });

  const state = (made: ImportSpecification): FileState => ({
    inspection: before,
    specification: made,
    shelved: null,
  });

  test('an untouched suggestion gives way to the new one, a changed setting stays', () => {
    const read = readAgain(state({ ...headless, originator: 'MD' }), after);
    expect(read.specification).toEqual({ ...after.suggested, originator: 'MD' });
    expect(isShelved(read)).toBe(false);
  });

  test('a mapping a person made moves to the columns at the same places', () => {
    const { specification: spec } = readAgain(state(mapped), after);
    expect(spec.columns).toEqual(['x1', 'x2']);
    expect(spec.entities[0]?.identifiers[0]?.value.columns).toEqual(['x2']);
    expect(spec.timeZone).toBe('UTC');
  });

  test('it stays where its columns are still there', () => {
    const wider = inspection(specification({ columns: ['#0', '#1', '#2'] }), false);
    expect(readAgain(state(mapped), wider).specification.entities).toEqual(mapped.entities);
  });

  test('it is put aside where they are not, and comes back with them', () => {
    const other = inspection(specification({ columns: ['a', 'b', 'c'] }));
    const away = readAgain(state(mapped), other);
    expect(away.specification.entities).toEqual([]);
    expect(isShelved(away)).toBe(true);
    const back = readAgain({ ...away, specification: { ...away.specification, originator: 'MD' } }, before);
    expect(back.specification).toEqual({ ...mapped, originator: 'MD' });
    expect(isShelved(back)).toBe(false);
  });

  test('a mapping made in its place takes its place', () => {
    const other = inspection(specification({ columns: ['a', 'b', 'c'] }));
    const away = readAgain(state(mapped), other);
    const remade = addEntity(away.specification, 'vehicle', 'Car', { name: 'a', examples: [] });
    expect(isShelved({ ...away, specification: remade })).toBe(false);
    const again = readAgain({ ...away, specification: remade }, other);
    expect(again.specification.entities).toEqual(remade.entities);
    expect(again.shelved).toBeNull();
  });
});
