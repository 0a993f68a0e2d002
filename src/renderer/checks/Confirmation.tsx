import type { ReactElement } from 'react';
import { CONFIRMATION_ANSWERS } from '../../core/checks/index.ts';
import { DateInput, Field, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { CheckForm } from './check-form.ts';

/** Whose record was found, and how its owner was asked to confirm it. */
export function Confirmation(props: {
  readonly form: CheckForm;
  readonly onChange: (change: Partial<CheckForm>) => void;
}): ReactElement {
  const t = useMessages();
  const { form, onChange } = props;
  const answers = CONFIRMATION_ANSWERS.map((value) => ({ value, label: t(`checks:answer.${value}`) }));
  return (
    <div className="check-grid">
      <Field label={t('checks:form.recordReference')}>
        <input
          value={form.recordReference}
          onChange={(event) => onChange({ recordReference: event.target.value })}
        />
      </Field>
      <Field label={t('checks:form.ownerNcb')}>
        <input value={form.ownerNcb} onChange={(event) => onChange({ ownerNcb: event.target.value })} />
      </Field>
      <Field label={t('checks:form.asked')}>
        <DateInput value={form.asked} onChange={(asked) => onChange({ asked })} />
      </Field>
      <Field label={t('checks:form.due')}>
        <DateInput value={form.due} onChange={(due) => onChange({ due })} />
      </Field>
      <Field label={t('checks:form.received')}>
        <DateInput value={form.received} onChange={(received) => onChange({ received })} />
      </Field>
      <Field label={t('checks:form.answer')}>
        <Select
          value={form.answer}
          choices={[{ value: '', label: t('checks:form.noAnswer') }, ...answers]}
          onChange={(answer) => onChange({ answer })}
        />
      </Field>
    </div>
  );
}
