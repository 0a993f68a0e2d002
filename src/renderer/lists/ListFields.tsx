import type { ReactElement } from 'react';
import { LIST_KINDS } from '../../core/watch/index.ts';
import { Field, MarkingChoice, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { ListForm } from './list-form.ts';

/** Whose list it is, what for, from when to when, how alike, and its marking. */
export function ListFields(props: {
  readonly form: ListForm;
  readonly onChange: (form: ListForm) => void;
  /** A new version keeps the terms of its list; only its validity is asked. */
  readonly validityOnly?: boolean;
}): ReactElement {
  const t = useMessages();
  const { form, onChange, validityOnly = false } = props;
  const text = (key: 'name' | 'owner' | 'threshold' | 'validFrom' | 'validTo', label: string) => (
    <Field label={label}>
      <input
        value={form[key]}
        placeholder={key.startsWith('valid') ? t('lists:partial') : undefined}
        inputMode={key === 'threshold' ? 'numeric' : undefined}
        onChange={(event) => onChange({ ...form, [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="list-fields">
      {validityOnly ? null : (
        <>
          {text('name', t('lists:name'))}
          {text('owner', t('lists:owner'))}
          <Field label={t('lists:kindLabel')}>
            <Select
              value={form.kind}
              choices={LIST_KINDS.map((value) => ({ value, label: t(`lists:kind.${value}`) }))}
              onChange={(kind) => onChange({ ...form, kind })}
            />
          </Field>
        </>
      )}
      {text('validFrom', t('lists:validFrom'))}
      {text('validTo', t('lists:validTo'))}
      {validityOnly ? null : (
        <>
          {text('threshold', t('lists:threshold'))}
          <MarkingChoice marking={form.marking} onChange={(marking) => onChange({ ...form, marking })} />
        </>
      )}
    </div>
  );
}
