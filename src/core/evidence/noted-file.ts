import { UNGRADED } from './grading.ts';
import type { Marking } from './marking.ts';

/** What the analysis file says of whatever comes into it. */
interface CaseTerms {
  readonly originator: string;
  readonly marking: Marking;
  readonly conditions: string;
}

/** The fields of a source of which nobody knows more than the name: nothing in the file itself is asked. */
export function notedFileFields(name: string, { originator, marking, conditions }: CaseTerms) {
  return {
    title: name,
    originator,
    agency: '',
    received: null,
    informationDate: null,
    grade: { ...UNGRADED },
    marking: { level: marking.level, handling: [...marking.handling] },
    handlingText: marking.handling.includes('H3') ? conditions : '',
    tlp: null,
    recipients: [],
    usage: 'evidence' as const,
  };
}
