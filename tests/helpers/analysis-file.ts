/** What an analysis file of the tests is started with, beside its reference, title and purpose. */
export const FILE_TERMS = {
  crimeAreas: ['vehicles' as const],
  legalBasis: 'Law 1',
  originator: 'MD',
  participants: ['MD', 'UA'],
  subjectCategories: ['suspect' as const],
  storageMonths: 36,
  reviewDate: null,
  conditions: '',
  marking: { level: 'restricted' as const, handling: ['H1' as const] },
};
