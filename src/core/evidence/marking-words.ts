import type { EffectiveMarking } from './marking.ts';

type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** The marking as one line, the same on screen, print and package: level, codes, TLP, who alone may have it. */
export function markingLine(marking: EffectiveMarking, t: Words): string {
  const { level, handling, tlp, recipients } = marking;
  return [
    t(`evidence:level.${level}`),
    handling.join(' '),
    ...(tlp === null ? [] : [`TLP:${tlp}`]),
    ...(recipients === null ? [] : [recipientWords(recipients, t)]),
  ].join(' · ');
}

function recipientWords(recipients: readonly string[], t: Words): string {
  if (recipients.length === 0) return t('evidence:marking.nobody');
  return t('evidence:marking.onlyFor', { recipients: recipients.join(' ') });
}

/** What each part of the line means, with the H3 texts: the tooltip on screen, the small print on paper. */
export function markingMeaning(marking: EffectiveMarking, t: Words): string[] {
  return [
    ...marking.handling.map((code) => t(`evidence:handling.${code}`)),
    ...marking.handlingTexts.map((text) => `H3: ${text}`),
    ...(marking.tlp === null ? [] : [t(`evidence:tlp.${marking.tlp}`)]),
    ...(marking.recipients === null ? [] : [recipientWords(marking.recipients, t)]),
  ];
}
