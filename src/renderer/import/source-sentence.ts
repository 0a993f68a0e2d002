import type { ImportSpecification } from '../../contract/import.ts';
import type { Words } from './mapping/sentences.ts';

/** Everything that holds for the whole file in one line: writing, origin, grade, marking, who alone may have it. */
export function sourceSentence(spec: ImportSpecification, t: Words): string {
  const { timeZone, dateOrder, country, originator, grade, marking, recipients } = spec;
  return [
    timeZone,
    t(`importcentre:order.${dateOrder}`),
    country,
    originator.trim() === '' ? t('importcentre:noOriginator') : originator,
    `${grade.source}${grade.information}`,
    t(`evidence:level.${marking.level}`),
    marking.handling.join(' '),
    ...(recipients.length === 0 ? [] : [t('importcentre:onlyFor', { recipients: recipients.join(', ') })]),
  ].join(' · ');
}
