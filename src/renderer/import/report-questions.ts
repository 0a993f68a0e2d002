import type { ImportReport } from '../../contract/import.ts';
import { kindWords, type Words } from './mapping/sentences.ts';

/** What the import took as it stands and a person should look at, a sentence each. */
export function reportQuestions(
  { checkFailed, unknownStatuses, ambiguousPlaces, unknownCrossings }: ImportReport,
  t: Words,
  number: (value: number) => string,
): string[] {
  const words = Object.entries(unknownStatuses).map(([word, count]) => `${word} (${number(count)})`);
  return [
    ...Object.entries(checkFailed).map(([kind, count]) =>
      t('importcentre:report.checkFailed', { kind: kindWords(kind, t), count }),
    ),
    ...(words.length === 0 ? [] : [t('importcentre:report.unknownStatuses', { words: words.join(', ') })]),
    ...ambiguousPlaces.map(({ name, meanings }) =>
      t('importcentre:report.ambiguousPlace', { name, meanings: meanings.join('; ') }),
    ),
    ...(unknownCrossings.length === 0
      ? []
      : [t('importcentre:report.unknownCrossings', { names: unknownCrossings.join(', ') })]),
  ];
}
