import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnderAge, readStatusWord } from '../../../../src/core/model/status-words.ts';

test.each([
  ['потерпіла', 'victim', false],
  ['Потерпевший', 'victim', false],
  ['victimă', 'victim', false],
  ['persoană vătămată', 'victim', false],
  ['свідок', 'witness', false],
  ['Martor', 'witness', false],
  ['підозрюваний', 'suspect', false],
  ['bănuit', 'suspect', false],
  ['învinuit', 'charged', false],
  ['засуджений', 'convicted', false],
  ['condamnată', 'convicted', false],
  ['у розшуку (розшукуваний)', 'wanted', false],
  ['неповнолітня', null, true],
  ['victimă, minoră', 'victim', true],
  ['підозрюваний, потерпілий', 'victim', false],
  ['несовершеннолетний свидетель', 'witness', true],
])('%s', (word, status, minor) => {
  expect(readStatusWord(word)).toEqual({ status, minor, understood: true });
});

test.each([
  ['потерпіла', 'victim', false],
  ['ПОТЕРПІЛИЙ', 'victim', false],
  ['потерпевшая', 'victim', false],
  ['жертва торгівлі людьми', 'victim', false],
  ['жінка-жертва', 'victim', false],
  ['victimă', 'victim', false],
  ['Parte vătămată', 'victim', false],
  ['victim', 'victim', false],
  ['свідок', 'witness', false],
  ['свидетель', 'witness', false],
  ['martoră', 'witness', false],
  ['підозрюваний', 'suspect', false],
  ['bănuit', 'suspect', false],
  ['подозреваемый', 'suspect', false],
  ['обвинувачена', 'charged', false],
  ['învinuit', 'charged', false],
  ['засуджений', 'convicted', false],
  ['осуждённый', 'convicted', false],
  ['condamnată', 'convicted', false],
  ['неповнолітній', null, true],
  ['minor', null, true],
  ['несовершеннолетняя потерпевшая', 'victim', true],
  ['підозрюваний, потерпілий', 'victim', false],
  ['martor / suspect', 'witness', false],
])('«%s» is read as %s, minor %s', (word, status, minor) => {
  expect(readStatusWord(word)).toMatchObject({ status, minor });
});

test.each([
  ['родич підозрюваного', null],
  ['не потерпілий', null],
  ['куратор', null],
  ['родич потерпілої', 'victim'],
  ['підозрюваний у справі жертви', 'victim'],
])('«%s» is no word the program knows for certain', (word, status) => {
  expect(readStatusWord(word)).toEqual({ status, minor: false, understood: false });
});

test.each(['', '—', 'так', 'власник', 'не потерпілий', 'nu este martor', '42', 'активний'])(
  '“%s” says nothing',
  (word) => {
    expect(readStatusWord(word)).toMatchObject({ status: null, minor: false });
  },
);

test('no text breaks the reading', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readStatusWord(text)));
});

test('a person is under age only where even the oldest reading of the birth date is', () => {
  const at = Date.UTC(2026, 10, 24);
  expect(isUnderAge(Date.UTC(2008, 10, 24), at)).toBe(false);
  expect(isUnderAge(Date.UTC(2008, 10, 25), at)).toBe(true);
  expect(isUnderAge(Date.UTC(2008, 0, 1), at)).toBe(false);
  expect(isUnderAge(Date.UTC(2009, 0, 1), at)).toBe(true);
});
