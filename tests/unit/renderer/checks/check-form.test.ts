import { expect, test } from 'vitest';
import {
  choicesOf,
  fieldsOfCheck,
  firstValue,
  formOfCheck,
  instantOf,
  isTime,
  isWholeCheck,
  newCheck,
  unchecked,
} from '../../../../src/renderer/checks/check-form.ts';

const VALUES = [
  { kind: null, value: 'Škoda, blue' },
  { kind: 'plate', value: 'ABC 123' },
  { kind: 'vin', value: 'TMBZZZ1Z8A1234567' },
];

test('a database is asked with the number it is made for, else with the name', () => {
  expect(firstValue('smv', VALUES)).toBe('TMBZZZ1Z8A1234567');
  expect(firstValue('notice_silver', VALUES)).toBe('Škoda, blue');
});

test('a note that nobody has asked leaves the database among those not checked', () => {
  const { suiting } = choicesOf('vehicle', ['Register']);
  const none = { system: 'smv', systemName: '', result: 'not_checked' } as const;
  expect(unchecked(suiting, [none])).toContainEqual({ system: 'smv', systemName: '' });
  expect(unchecked(suiting, [{ ...none, result: 'no_record' }])).not.toContainEqual({
    system: 'smv',
    systemName: '',
  });
  const national = { system: 'national', systemName: 'REGISTER', result: 'no_record' } as const;
  expect(unchecked(suiting, [national]).map((one) => one.system)).not.toContain('national');
});

test('a result is chosen, never taken for granted', () => {
  const form = newCheck({ system: 'smv', systemName: '' }, VALUES);
  expect(isWholeCheck(form)).toBe(false);
  expect(isWholeCheck({ ...form, result: 'no_record' })).toBe(true);
  expect(isWholeCheck({ ...form, result: 'no_record', time: '25:00' })).toBe(false);
});

test('what was typed for a hit does not go along once the result is none', () => {
  const form = {
    ...newCheck({ system: 'smv', systemName: '' }, VALUES),
    result: 'no_record',
    asked: '2026-03-01',
    answer: 'refuted',
  } as const;
  expect(fieldsOfCheck(form)).toMatchObject({ asked: null, answer: null });
  expect(fieldsOfCheck({ ...form, result: 'possible' })).toMatchObject({
    asked: '2026-03-01',
    answer: 'refuted',
  });
});

test('a time is the one of the clock where the person works, and reads back as it was written', () => {
  expect([isTime('7:05'), isTime('24:00'), isTime('')]).toEqual([true, false, true]);
  const at = instantOf({ day: '2026-07-01', time: '7:05' }, 'Europe/Chisinau');
  expect(at).toBe(Date.UTC(2026, 6, 1, 4, 5));
  expect(instantOf({ day: '', time: '7:05' }, 'UTC')).toBeNull();
  const check = {
    ...fieldsOfCheck({ ...newCheck({ system: 'smv', systemName: '' }, VALUES), result: 'no_record' }),
    id: 'c',
    entityId: 'e',
    at: at ?? 0,
    marking: { level: 'restricted' as const, handling: ['H1' as const] },
    open: false,
    overdue: false,
  };
  expect(formOfCheck(check, 'Europe/Chisinau')).toMatchObject({ day: '2026-07-01', time: '07:05' });
});
