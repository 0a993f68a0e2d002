import type { SourceFields, SourceRow } from '../../contract/sources.ts';
import { UNGRADED } from '../../core/evidence/grading.ts';
import { handlingProblem, type Marking, recipientCode } from '../../core/evidence/marking.ts';
import { mayCarryTlp, type TlpLabel } from '../../core/evidence/tlp.ts';
import type { CrimeArea } from '../../core/model/case-terms.ts';
import { isPartialDate } from '../../core/time/partial-date.ts';

/** A source as a form holds it: dates and lists as they are typed. */
export interface SourceForm
  extends Omit<SourceFields, 'received' | 'informationDate' | 'recipients' | 'marking'> {
  readonly kind: SourceRow['kind'];
  readonly reference: string;
  readonly received: string;
  readonly informationDate: string;
  readonly recipients: string;
  readonly marking: Marking;
}

export function newForm(marking: Marking, tlp: TlpLabel | null, today: string): SourceForm {
  return {
    kind: 'document',
    reference: '',
    title: '',
    originator: '',
    agency: '',
    received: today,
    informationDate: '',
    grade: { ...UNGRADED },
    marking,
    handlingText: '',
    tlp,
    recipients: '',
    usage: 'intelligence',
  };
}

export function formOf(source: SourceRow): SourceForm {
  const { kind, reference, title, originator, agency, grade, marking, handlingText, tlp, usage } = source;
  return {
    ...{ kind, reference, title, originator, agency, grade, marking, handlingText, tlp, usage },
    received: source.received === null ? '' : new Date(source.received).toISOString().slice(0, 10),
    informationDate: source.informationDate ?? '',
    recipients: source.recipients.join(', '),
  };
}

export type FormProblem =
  | 'title'
  | 'originator'
  | 'informationDate'
  | 'handling-none'
  | 'handling-h0-combined'
  | 'handling-h3-without-text';

/** What must be put right before the source can be kept, in the order of the form. */
export function formProblems(form: SourceForm): FormProblem[] {
  const found: FormProblem[] = [];
  if (form.title.trim() === '') found.push('title');
  if (form.originator.trim() === '') found.push('originator');
  if (form.informationDate !== '' && !isPartialDate(form.informationDate)) found.push('informationDate');
  const handling = handlingProblem(form.marking.handling, form.handlingText);
  if (handling !== null) found.push(`handling-${handling}`);
  return found;
}

export function fieldsOf(form: SourceForm, crimeAreas: readonly CrimeArea[]): SourceFields {
  const { title, originator, agency, grade, marking, handlingText, tlp, usage } = form;
  const recipients = form.recipients.split(/[,;\s]+/).filter((one) => one !== '');
  return {
    title: title.trim(),
    originator: originator.trim(),
    agency: agency.trim(),
    grade,
    usage,
    marking: { level: marking.level, handling: [...marking.handling] },
    handlingText: marking.handling.includes('H3') ? handlingText.trim() : '',
    tlp: mayCarryTlp(form.kind, crimeAreas) ? tlp : null,
    received: form.received === '' ? null : Date.parse(`${form.received}T00:00:00Z`),
    informationDate: form.informationDate === '' ? null : form.informationDate,
    recipients: [...new Set(recipients.map(recipientCode))],
  };
}
