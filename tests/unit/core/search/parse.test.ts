import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesOnFrom, parseSearch } from '../../../../src/core/search/index.ts';

const terms = (text: string) =>
  parseSearch(text).terms.map(({ start: _, end: __, excluded: ___, ...rest }) => rest);
const codes = (text: string) => parseSearch(text).problems.map(({ code }) => code);

describe('what a person types', () => {
  it.each([
    ['Ткачук Олександр', [{ kind: 'words', words: ['Ткачук', 'Олександр'] }]],
    ['"Ivan Petrov"', [{ kind: 'phrase', words: ['Ivan', 'Petrov'] }]],
    ['«Іван Петров»', [{ kind: 'phrase', words: ['Іван', 'Петров'] }]],
    ['+373 6? 12*', [{ kind: 'number', key: '+3736?12*', words: ['373', '6', '12'] }]],
    ['(+373) 69-123-456', [{ kind: 'number', key: '+37369123456', words: ['373', '69', '123', '456'] }]],
    ['AA 1234 BB', [{ kind: 'number', key: 'AA1234BB', words: ['AA', '1234', 'BB'] }]],
    ['MD:ABC123', [{ kind: 'number', key: 'MD:ABC123', words: ['MD', 'ABC123'] }]],
    ['T?ch*k', []],
    ['Tka?h*k', [{ kind: 'word-pattern', pattern: 'Tka?h*k' }]],
    ['Tkach*', [{ kind: 'words', words: ['Tkach'] }]],
    ['phone:+373 69 12', [{ kind: 'identifier', identifier: 'phone', value: '+373 69 12', key: '+3736912' }]],
    ['born:1985', [{ kind: 'born', from: '1985-01-01', to: '1985-12-31' }]],
    ['date:2024-02', [{ kind: 'date', from: '2024-02-01', to: '2024-02-29' }]],
    ['date:01.03.2026..05.03.2026', [{ kind: 'date', from: '2026-03-01', to: '2026-03-05' }]],
    ['grade:B2', [{ kind: 'grade', source: 'B', information: '2' }]],
    ['near:47.01,28.86 5km', [{ kind: 'near', latitude: 47.01, longitude: 28.86, kilometres: 5 }]],
    ['near:47.01, 28.86', [{ kind: 'near', latitude: 47.01, longitude: 28.86, kilometres: 10 }]],
    ['near:"Palanca" 10 km', [{ kind: 'near', place: 'Palanca', kilometres: 10 }]],
    ['https://kestrel.example/a', [{ kind: 'words', words: ['https', 'kestrel', 'example', 'a'] }]],
  ])('%s', (text, expected) => {
    expect(terms(text).slice(0, 1)).toEqual(expected.slice(0, 1));
  });

  it('reads fields and their values in three languages alike', () => {
    const english = terms('type:vehicle colour:black status:suspect from:2026-03-01');
    expect(terms('тип:авто колір:black статус:підозрюваний від:2026-03-01')).toEqual(english);
    expect(terms('tip:mașină culoare:black statut:suspect dela:2026-03-01')).toEqual(english);
    expect(terms('TIP:masina culoare:black statut:suspectă dela:01.03.2026')).toEqual(english);
  });

  it('joins what stands side by side and keeps apart what does not belong together', () => {
    const [name, number, type] = parseSearch('Tkachuk +373 69 123 456 type:person').terms;
    expect(name).toMatchObject({ kind: 'words', start: 0, end: 7 });
    expect(number).toMatchObject({ kind: 'number', key: '+37369123456', start: 8, end: 23 });
    expect(type).toMatchObject({ kind: 'type', entities: ['person'], start: 24, end: 35 });
  });

  it('knows what is left out from what is asked', () => {
    const found = parseSearch('Popa -Ion -type:phone').terms;
    expect(found.map(({ kind, excluded }) => [kind, excluded])).toEqual([
      ['words', false],
      ['words', true],
      ['type', true],
    ]);
    expect(codes('-Popa')).toEqual(['only-excluded']);
  });

  it.each([
    ['date:2026-13', 'date-unreadable', 0, 12],
    ['Popa born:yesterday', 'date-unreadable', 5, 19],
    ['type:spaceship', 'type-unknown', 0, 14],
    ['status:happy', 'status-unknown', 0, 12],
    ['grade:77x', 'grade-unreadable', 0, 9],
    ['near:12', 'near-unreadable', 0, 7],
    ['type:', 'value-missing', 0, 5],
    ['*', 'wildcard-wide', 0, 1],
    ['1*', 'wildcard-wide', 0, 2],
    ['say "no end', 'quote-open', 4, 11],
  ])('%s is told with its place and not thrown', (text, code, start, end) => {
    expect(parseSearch(text).problems[0]).toMatchObject({ code, start, end });
  });

  it('tells that only the beginning of a very long text is searched', () => {
    expect(codes('слово '.repeat(1700))).toContain('too-long');
    expect(codes('type:person '.repeat(100))).toContain('too-many');
  });

  it('never throws, never hangs and points into the text, whatever is typed', () => {
    const parts = fc.constantFrom(
      '"',
      '-',
      ':',
      '*',
      '?',
      'near:',
      'from:',
      'phone:',
      'тип:',
      '+',
      '(',
      '47.01,',
      ' ',
      '5km',
      '1',
      'Ț',
      '🚗',
      '\u0000',
      'a',
      'AND',
      'NEAR(',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(parts, { maxLength: 120 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { terms: found, problems } = parseSearch(text);
        for (const { start, end } of [...found, ...problems]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['"', 'a:', '- ', '1 ', 'near:1,', '*?', 'Ab1', ' “'])(
    '10,000 characters of %s take no time',
    (piece) => {
      const started = performance.now();
      parseSearch(piece.repeat(Math.ceil(10_000 / piece.length)));
      expect(performance.now() - started).toBeLessThan(500);
    },
  );
});

it('a search goes on from the one before when they share a word or a filter', () => {
  expect(goesOnFrom('Tkachuk', 'Tkachuk type:person')).toBe(true);
  expect(goesOnFrom('Ткачук', 'Tkachuk')).toBe(true);
  expect(goesOnFrom('type:person status:suspect', 'Popa type:person')).toBe(true);
  expect(goesOnFrom('Tkachuk', 'Popa')).toBe(false);
});
