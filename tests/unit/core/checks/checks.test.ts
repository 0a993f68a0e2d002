import { expect, test } from 'vitest';
import {
  CHECK_SYSTEMS,
  checkProblem,
  isOpen,
  isOverdue,
  isPositive,
  systemKey,
  systemsOf,
} from '../../../../src/core/checks/index.ts';

const NOW = Date.UTC(2026, 2, 14, 12);
const CHECK = {
  system: 'sltd',
  systemName: '',
  value: 'AB1234567',
  at: NOW,
  result: 'hit',
  asked: '2026-03-14',
  due: '2026-03-20',
  received: null,
  answer: null,
} as const;

test('a database is offered for what can be looked for in it, and every one but the national for something', () => {
  expect(systemsOf('vehicle')).toContain('smv');
  expect(systemsOf('vehicle')).not.toContain('nominals');
  expect(systemsOf('person')).toEqual(expect.arrayContaining(['nominals', 'notice_red', 'sltd', 'ftf']));
  expect(systemsOf('firearm')).toEqual(['iarms']);
  const people = ['person', 'document', 'vehicle', 'vessel', 'firearm', 'exhibit', 'asset', 'criminal_group'];
  const offered = new Set(people.flatMap((type) => systemsOf(type as 'person')));
  expect(CHECK_SYSTEMS.filter((system) => !offered.has(system))).toEqual(['national']);
});

test('only a positive result waits for a confirmation, and is late the day after its deadline', () => {
  expect([isPositive('no_record'), isPositive('not_checked'), isPositive('possible')]).toEqual([
    false,
    false,
    true,
  ]);
  expect(isOverdue(CHECK, '2026-03-20')).toBe(false);
  expect(isOverdue(CHECK, '2026-03-21')).toBe(true);
  expect(isOverdue({ ...CHECK, due: null }, '2027-01-01')).toBe(false);
  expect(isOverdue({ ...CHECK, received: '2026-03-22' }, '2026-04-01')).toBe(false);
  expect(isOpen({ result: 'no_record', received: null })).toBe(false);
});

test('what cannot be is said', () => {
  expect(checkProblem(CHECK, NOW)).toBeNull();
  const wrong = (change: object) => checkProblem({ ...CHECK, ...change }, NOW);
  expect(wrong({ system: 'national', systemName: ' ' })).toBe('system-unnamed');
  expect(wrong({ value: '' })).toBe('value-missing');
  expect(wrong({ value: '', result: 'not_checked', asked: null, due: null })).toBeNull();
  expect(wrong({ at: NOW + 2 * 86_400_000 })).toBe('in-future');
  expect(wrong({ result: 'no_record' })).toBe('confirmation-without-hit');
  expect(wrong({ received: '2026-03-15' })).toBe('answer-without-day');
  expect(wrong({ received: '2026-03-13', answer: 'confirmed' })).toBe('received-before-asked');
  expect(wrong({ due: '2026-03-01' })).toBe('due-before-asked');
});

test('a national database is told apart by its name, whatever the case of its letters', () => {
  const key = (systemName: string) => systemKey({ system: 'national', systemName });
  expect(key('ІНФОРМ ')).toBe(key('інформ'));
  expect(key('АРМОР')).not.toBe(key('інформ'));
  expect(systemKey({ system: 'smv', systemName: 'x' })).toBe('smv');
});
