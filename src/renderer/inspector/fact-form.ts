import type { FactFields } from '../../contract/evidence.ts';
import type { Output } from '../../contract/index.ts';
import { handlingProblem } from '../../core/evidence/marking.ts';
import type { FactKind } from '../../core/evidence/source-terms.ts';

export type Fact = Output<'entity.get'>['facts'][number];

/** One fact as it stands in the editor; grade and marking null: the source's. */
export interface FactForm {
  readonly kind: FactKind;
  readonly property: string;
  readonly value: string;
  /** '' = what the analyst writes without a source. */
  readonly sourceId: string;
  readonly grade: Fact['grade'] | null;
  readonly marking: (Fact['marking'] & { readonly handlingText: string }) | null;
  readonly basis: readonly string[];
}

export function newFact(kind: FactKind, sourceId: string): FactForm {
  return { kind, property: '', value: '', sourceId, grade: null, marking: null, basis: [] };
}

export function formOfFact(fact: Fact): FactForm {
  return {
    kind: fact.kind,
    property: fact.property ?? '',
    value: fact.value,
    sourceId: fact.sourceId,
    grade: fact.ownGrade ? fact.grade : null,
    marking: fact.ownMarking ? { ...fact.marking, handlingText: fact.handlingText } : null,
    basis: fact.basis,
  };
}

/** A row that only names the entity has neither property nor value. */
export function isWhole(form: FactForm, ofFile: boolean): boolean {
  const isWritten = ofFile || (form.property.trim() !== '' && form.value.trim() !== '');
  const { marking } = form;
  return isWritten && (marking === null || handlingProblem(marking.handling, marking.handlingText) === null);
}

export function fieldsOfFact(form: FactForm): FactFields {
  const { kind, sourceId, grade, marking } = form;
  return {
    kind,
    property: form.property.trim(),
    value: form.value.trim(),
    ...(sourceId === '' ? {} : { sourceId }),
    ...(grade === null ? {} : { grade }),
    ...(marking === null
      ? {}
      : {
          marking: { level: marking.level, handling: [...marking.handling] },
          handlingText: marking.handlingText.trim(),
        }),
    ...(kind === 'fact' ? {} : { basis: [...form.basis] }),
  };
}

/** That a row speaks of it at all says nothing beside what the row says. */
export function telling(facts: readonly Fact[]): Fact[] {
  const rows = new Set(facts.filter((one) => one.property !== null).map(rowOf));
  return facts.filter((one) => one.property !== null || !rows.has(rowOf(one)));
}
const rowOf = (fact: Fact): string => `${fact.sourceId}|${fact.sourceRow ?? ''}`;
