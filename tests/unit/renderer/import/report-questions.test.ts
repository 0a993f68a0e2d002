import { expect, test } from 'vitest';
import { reportQuestions } from '../../../../src/renderer/import/report-questions.ts';
import { english } from './specification.ts';

const NOTHING = {
  checkFailed: {},
  country: 'MD',
  formUnknown: {},
  unknownStatuses: {},
  ambiguousPlaces: [],
  unknownCrossings: [],
  conflictingPlaces: [],
  linksToItself: 0,
};

test('what was kept as it stands is said with its number, and what a name may mean', () => {
  const questions = reportQuestions(
    {
      ...NOTHING,
      formUnknown: { phone: 3, plate: 1 },
      unknownStatuses: { куратор: 2, вербувальник: 1 },
      ambiguousPlaces: [{ name: 'Паланка', meanings: ['Palanca (MD)', 'Palanka (UA)'] }],
      unknownCrossings: ['Codrii Vechi'],
      conflictingPlaces: [{ name: 'Склад', positions: ['47.1, 28.5', '46.9, 28.2'] }],
      linksToItself: 2,
    },
    english,
    String,
  );
  expect(questions).toEqual([
    'Could not be read as phone numbers of MD: 3. They were kept as written; check the country of numbers.',
    'No form known for MD, kept as written: Number plate, 1',
    'People whose status word the program does not know: куратор (2), вербувальник (1). They stay without a status until somebody decides.',
    '“Паланка” may be: Palanca (MD); Palanka (UA). It has no coordinates until you say which one is meant.',
    'Crossing points the gazetteer does not know, without coordinates: Codrii Vechi',
    '“Склад” is at 46.9, 28.2 in this file and was at 47.1, 28.5 before. Both positions are kept and shown; say which one is right.',
    'Links not drawn, because both ends are one and the same thing: 2',
  ]);
});

test('an import without a question says none', () => {
  expect(reportQuestions(NOTHING, english, String)).toEqual([]);
});
