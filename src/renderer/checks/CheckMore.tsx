import type { ReactElement } from 'react';
import { DateInput, Field, MarkingChoice } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { type CheckForm, isTime } from './check-form.ts';

const STRICT = {
  level: 'restricted',
  handling: ['H1'],
  handlingText: '',
} as const satisfies CheckForm['marking'];

/** When it was not now and not by whoever writes it, its own handling, and a note. */
export function CheckMore(props: {
  readonly form: CheckForm;
  readonly onChange: (change: Partial<CheckForm>) => void;
}): ReactElement {
  const t = useMessages();
  const { form, onChange } = props;
  return (
    <details className="fact-more">
      <summary>{t('checks:form.more')}</summary>
      <div className="check-grid">
        <Field label={t('checks:form.at')}>
          <DateInput value={form.day} onChange={(day) => onChange({ day })} />
        </Field>
        <Field label={t('checks:form.time')} error={isTime(form.time) ? null : t('checks:form.timeWrong')}>
          <input value={form.time} onChange={(event) => onChange({ time: event.target.value })} />
        </Field>
        <Field label={t('checks:form.operator')}>
          <input value={form.operator} onChange={(event) => onChange({ operator: event.target.value })} />
        </Field>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={form.marking !== null}
          onChange={(event) => onChange({ marking: event.target.checked ? STRICT : null })}
        />
        {t('checks:form.ownMarking')}
      </label>
      {form.marking === null ? null : (
        <MarkingChoice marking={form.marking} onChange={(marking) => onChange({ marking })} />
      )}
      <Field label={t('checks:form.note')}>
        <textarea rows={2} value={form.note} onChange={(event) => onChange({ note: event.target.value })} />
      </Field>
    </details>
  );
}
