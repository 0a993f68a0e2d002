import type { ImportReport } from '../../contract/import.ts';
import { kindWords, type Words } from './mapping/sentences.ts';

type Open = Pick<
  ImportReport,
  'country' | 'formUnknown' | 'unknownStatuses' | 'ambiguousPlaces' | 'unknownCrossings'
>;

/** What the import took as it stands and a person should look at, a sentence each. */
export function reportQuestions(report: Open, t: Words): string[] {
  const { country, formUnknown, unknownStatuses, ambiguousPlaces, unknownCrossings } = report;
  const words = Object.entries(unknownStatuses).map(([word, count]) => `“${word}” (${count})`);
  return [
    ...Object.entries(formUnknown).map(([kind, count]) =>
      kind === 'phone'
        ? t('importcentre:report.phonesUnread', { country, count })
        : t('importcentre:report.formUnknown', { country, kind: kindWords(kind, t), count }),
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
