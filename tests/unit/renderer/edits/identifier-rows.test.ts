import { expect, test } from 'vitest';
import { IDENTIFIER_KINDS } from '../../../../src/core/identifiers/index.ts';
import { kindsFor } from '../../../../src/renderer/edits/identifier-kinds.ts';

test('a row of a kind the program does not know can stay what it is', () => {
  expect(kindsFor('shoe-size')).toEqual(['shoe-size', ...IDENTIFIER_KINDS]);
  expect(kindsFor('phone')).toEqual(IDENTIFIER_KINDS);
});
