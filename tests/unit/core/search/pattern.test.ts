import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsPattern, numberKey } from '../../../../src/core/search/index.ts';

it.each([
  ['+37369123456', '+3736?12*', true],
  ['+37369923456', '+3736?12*', false],
  ['ABC123', 'A?C1*', true],
  ['ABC123', 'ABC123', true],
  ['ABC1234', 'ABC123', false],
  ['', '*', true],
  ['', '?', false],
])('%s by %s: %s', (text, pattern, fits) => {
  expect(fitsPattern(text, pattern)).toBe(fits);
});

it('agrees with an expression on small texts', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '?', '*'), maxLength: 8 });
  fc.assert(
    fc.property(letters, patterns, (text, pattern) => {
      const expression = new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
      expect(fitsPattern(text, pattern)).toBe(expression.test(text));
    }),
    { numRuns: 2000 },
  );
});

it('a pattern made to be slow is not', () => {
  const started = performance.now();
  expect(fitsPattern('a'.repeat(5000), `${'a*'.repeat(500)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

it('blanks, dashes and brackets of a number do not matter', () => {
  expect(numberKey('(+373) 69-12 34/56')).toBe('+37369123456');
});
