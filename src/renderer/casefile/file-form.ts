import type { AnalysisFile } from '../../contract/casefile.ts';
import type { Input } from '../../contract/index.ts';
import type { ConfidentialityLevel, HandlingCode } from '../../core/evidence/marking.ts';
import type { CrimeArea, PersonStatus } from '../../core/model/case-terms.ts';

/** The opening order as the form holds it; lists as the person types them. */
export interface FileForm {
  readonly reference: string;
  readonly title: string;
  readonly purpose: string;
  readonly crimeAreas: readonly CrimeArea[];
  readonly legalBasis: string;
  readonly originator: string;
  readonly participants: string;
  readonly subjectCategories: readonly PersonStatus[];
  readonly storageMonths: string;
  readonly reviewDate: string;
  readonly conditions: string;
  readonly level: ConfidentialityLevel;
  readonly handling: readonly HandlingCode[];
}

export const NEW_FILE: FileForm = {
  reference: '',
  title: '',
  purpose: '',
  crimeAreas: [],
  legalBasis: '',
  originator: '',
  participants: '',
  subjectCategories: ['suspect'],
  storageMonths: '36',
  reviewDate: '',
  conditions: '',
  level: 'restricted',
  handling: ['H1'],
};

/** An existing file as the form holds it. */
export function formOf(file: AnalysisFile): FileForm {
  const { marking, participants, storageMonths, reviewDate, ...same } = file;
  return {
    ...same,
    participants: participants.join(', '),
    storageMonths: storageMonths === null ? '' : String(storageMonths),
    reviewDate: reviewDate ?? '',
    level: marking.level,
    handling: marking.handling,
  };
}

const REQUIRED = ['reference', 'title', 'purpose', 'legalBasis', 'originator'] as const;
export type Missing = (typeof REQUIRED)[number] | 'crimeAreas';

/** Which of the mandatory fields of the opening order are still empty. */
export function missingFields(form: FileForm): readonly Missing[] {
  const missing: Missing[] = REQUIRED.filter((field) => form[field].trim() === '');
  return form.crimeAreas.length === 0 ? [...missing, 'crimeAreas'] : missing;
}

/** The request of a complete form; an empty number or date is null, never a made-up one. */
export function fileRequest(form: FileForm): Input<'analysisFile.create'> {
  const months = Number.parseInt(form.storageMonths, 10);
  return {
    reference: form.reference.trim(),
    title: form.title.trim(),
    purpose: form.purpose.trim(),
    crimeAreas: [...form.crimeAreas],
    legalBasis: form.legalBasis.trim(),
    originator: form.originator.trim(),
    participants: form.participants.split(/[,;\s]+/).filter((one) => one !== ''),
    subjectCategories: [...form.subjectCategories],
    storageMonths: Number.isNaN(months) ? null : months,
    reviewDate: form.reviewDate === '' ? null : form.reviewDate,
    conditions: form.conditions.trim(),
    marking: { level: form.level, handling: form.handling.length === 0 ? ['H0'] : [...form.handling] },
  };
}
