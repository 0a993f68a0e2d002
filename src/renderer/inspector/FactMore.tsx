import type { ReactElement } from 'react';
import { UNGRADED } from '../../core/evidence/grading.ts';
import { FactSign, GradeChoice, MarkingChoice, propertyWords } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { type Fact, type FactForm, telling } from './fact-form.ts';

/** Grade and marking where they are not the source's, and what a conclusion rests on. */
export function FactMore(props: {
  readonly form: FactForm;
  readonly facts: readonly Fact[];
  readonly onChange: (change: Partial<FactForm>) => void;
}): ReactElement {
  const t = useMessages();
  const { form, onChange } = props;
  return (
    <details className="fact-more" open={form.grade !== null || form.marking !== null}>
      <summary>{t('inspector:fact.more')}</summary>
      <label className="tick">
        <input
          type="checkbox"
          checked={form.grade !== null}
          onChange={(event) => onChange({ grade: event.target.checked ? { ...UNGRADED } : null })}
        />
        {t('inspector:fact.ownGrade')}
      </label>
      {form.grade === null ? null : (
        <GradeChoice grade={form.grade} onChange={(grade) => onChange({ grade })} />
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={form.marking !== null}
          onChange={(event) => onChange({ marking: event.target.checked ? STRICT : null })}
        />
        {t('inspector:fact.ownMarking')}
      </label>
      {form.marking === null ? null : (
        <MarkingChoice marking={form.marking} onChange={(marking) => onChange({ marking })} />
      )}
      {form.kind === 'fact' ? null : <Basis {...props} />}
    </details>
  );
}

const STRICT = {
  level: 'restricted',
  handling: ['H1'],
  handlingText: '',
} as const satisfies FactForm['marking'];

function Basis(props: {
  readonly form: FactForm;
  readonly facts: readonly Fact[];
  readonly onChange: (change: Partial<FactForm>) => void;
}): ReactElement | null {
  const t = useMessages();
  const { form } = props;
  const facts = telling(props.facts).filter((one) => one.value !== '');
  if (facts.length === 0) return null;
  const toggle = (id: string, isOn: boolean): void =>
    props.onChange({ basis: isOn ? [...form.basis, id] : form.basis.filter((one) => one !== id) });
  return (
    <fieldset className="fact-basis">
      <legend>{t('inspector:fact.restsOn')}</legend>
      {facts.map((fact) => (
        <label key={fact.id} className="tick">
          <input
            type="checkbox"
            checked={form.basis.includes(fact.id)}
            onChange={(event) => toggle(fact.id, event.target.checked)}
          />
          <FactSign kind={fact.kind} />
          {fact.property === null ? t('inspector:exists') : propertyWords(t, fact.property)}: {fact.value}
        </label>
      ))}
    </fieldset>
  );
}
