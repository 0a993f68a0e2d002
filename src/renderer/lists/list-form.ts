import type { ListMapping, ListTerms, WatchList } from '../../contract/lists.ts';
import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { isPartialDate } from '../../core/time/partial-date.ts';
import { DEFAULT_THRESHOLD, LOWEST_THRESHOLD } from '../../core/watch/index.ts';
import type { MarkingForm } from '../ui/index.ts';

/** What stands in the fields of the form. */
export interface ListForm {
  readonly name: string;
  readonly owner: string;
  readonly kind: ListTerms['kind'];
  /** Per cent. */
  readonly threshold: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly marking: MarkingForm;
}

export function newListForm(name: string): ListForm {
  return {
    name,
    owner: '',
    kind: 'wanted',
    threshold: String(Math.round(DEFAULT_THRESHOLD * 100)),
    validFrom: '',
    validTo: '',
    marking: { level: 'restricted', handling: ['H1'], handlingText: '' },
  };
}

export function formOf(list: WatchList): ListForm {
  const [newest] = list.versions;
  return {
    name: list.name,
    owner: list.owner,
    kind: list.kind,
    threshold: String(Math.round(list.threshold * 100)),
    validFrom: newest?.validFrom ?? '',
    validTo: newest?.validTo ?? '',
    marking: { ...list.marking, handlingText: list.handlingText },
  };
}

const day = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function validityOf(form: ListForm): { validFrom: string | null; validTo: string | null } {
  return { validFrom: day(form.validFrom), validTo: day(form.validTo) };
}

export function termsOf(form: ListForm): ListTerms {
  const { handlingText, level, handling } = form.marking;
  const threshold = Number(form.threshold) / 100;
  const { name, owner, kind } = form;
  return {
    name: name.trim(),
    owner: owner.trim(),
    kind,
    threshold,
    marking: { level, handling: [...handling] },
    handlingText,
  };
}

/** Whether the form can be saved as it stands. */
export function isWhole(form: ListForm): boolean {
  const { validFrom, validTo } = validityOf(form);
  const threshold = Number(form.threshold) / 100;
  const days = [validFrom, validTo].every((one) => one === null || isPartialDate(one));
  const isMeasure = threshold >= LOWEST_THRESHOLD && threshold <= 1;
  return form.name.trim() !== '' && form.owner.trim() !== '' && days && isMeasure;
}

const NAMES = ['name', 'surname', 'alias'];

/** A list can be compared where some column is a name or a number. */
export function canCompare({ fields }: ListMapping): boolean {
  return Object.values(fields).some((field) => NAMES.includes(field) || IDENTIFIER_KINDS.includes(field));
}

/** The mapping with one column being something else; '' = not compared. */
export function withField(mapping: ListMapping, column: string, field: string): ListMapping {
  const { [column]: _, ...others } = mapping.fields;
  return { ...mapping, fields: field === '' ? others : { ...others, [column]: field } };
}
