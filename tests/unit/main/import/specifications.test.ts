import { expect, test } from 'vitest';
import type { ImportSpecification } from '../../../../src/contract/import.ts';
import { savedSpecification, saveSpecification } from '../../../../src/main/import/specifications.ts';
import { temporaryDatabase } from '../../../helpers/database.ts';

const NOON = Date.UTC(2026, 5, 1, 12);
const columns = ['caller', 'called'];
const named = (name: string, id: string | null = null) =>
  ({ id, name, columns }) as unknown as ImportSpecification;

test('the specification saved last wins, also after the clock was set back', () => {
  const database = temporaryDatabase();
  const wins = () => savedSpecification(database, columns)?.name;
  const first = saveSpecification(database, named('first'), NOON);
  saveSpecification(database, named('second'), NOON - 3_600_000);
  expect(wins()).toBe('second');
  saveSpecification(database, named('first, corrected', first), NOON - 7_200_000);
  expect(wins()).toBe('first, corrected');
  expect(savedSpecification(database, ['other'])).toBeNull();
});
