import { expect, test } from 'vitest';
import { compareNames, measureNames, PLAUSIBLE_NAME } from '../../../../src/core/names/index.ts';
import { labelledPairs, scoredPairs } from '../../../helpers/name-pairs.ts';

/** The goals docs/matching.md speaks of. A failure lists the pairs by their line. */
test('on pairs nobody tuned for, what is found is right and little is missed', async () => {
  const pairs = await labelledPairs('measured');
  const measured = measureNames(
    scoredPairs(pairs, (left, right) => compareNames(left, right).score),
    PLAUSIBLE_NAME,
  );
  const wrong = measured.wrong.map(
    ({ pair, score }) => `${pair.line}: ${pair.left} | ${pair.right} ${score}`,
  );
  expect(measured.precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(measured.recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.92);
});
