import type { ImportReport } from '../../contract/import.ts';
import { kindWords, type Words } from './mapping/sentences.ts';

type Open = Pick<
  ImportReport,
  | 'checkFailed'
  | 'country'
  | 'formUnknown'
  | 'unknownStatuses'
  | 'ambiguousPlaces'
  | 'unknownCrossings'
  | 'conflictingPlaces'
  | 'linksToItself'
>;

/** What the import took as it stands and a person should look at, a sentence each. */
export function reportQuestions(report: Open, t: Words, number: (value: number) => string): string[] {
  const { checkFailed, country, formUnknown, unknownStatuses, ambiguousPlaces, unknownCrossings } = report;
  const { conflictingPlaces, linksToItself } = report;
  const words = Object.entries(unknownStatuses).map(([word, count]) => `${word} (${number(count)})`);
  return [
    ...Object.entries(checkFailed).map(([kind, count]) =>
      t('importcentre:report.checkFailed', { kind: kindWords(kind, t), count }),
    ),
    ...Object.entries(formUnknown).map(([kind, count]) =>
      kind === 'phone'
        ? t('importcentre:report.phonesUnread', { country, count: number(count) })
        : t('importcentre:report.formUnknown', { country, kind: kindWords(kind, t), count: number(count) }),
    ),
    ...(words.length === 0 ? [] : [t('importcentre:report.unknownStatuses', { words: words.join(', ') })]),
    ...ambiguousPlaces.map(({ name, meanings }) =>
      t('importcentre:report.ambiguousPlace', { name, meanings: meanings.join('; ') }),
    ),
    ...(unknownCrossings.length === 0
      ? []
      : [t('importcentre:report.unknownCrossings', { names: unknownCrossings.join(', ') })]),
    ...conflictingPlaces.map(({ name, positions: [before, here] }) =>
      t('importcentre:report.conflictingPlace', { name, before, here }),
    ),
    ...(linksToItself === 0
      ? []
      : [t('importcentre:report.linksToItself', { count: number(linksToItself) })]),
  ];
}
