import type { ReactElement } from 'react';
import { Field } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { WhatField } from '../WhatField.tsx';
import type { HitForm } from './hit-form.ts';

/** What is compared with whom, and whom a partner with a hit turns to. */
export function HitFields(props: {
  readonly form: HitForm;
  readonly onChart: number;
  readonly selected: number;
  readonly onChange: (change: Partial<HitForm>) => void;
}): ReactElement {
  const t = useMessages();
  const { form, onChange } = props;
  return (
    <div className="form-grid narrow">
      <WhatField
        what={form.what}
        onChart={props.onChart}
        selected={props.selected}
        onChange={(what) => onChange({ what })}
      />
      <Field label={t('hitnohit:out.partners')}>
        <input
          placeholder="RO, UA"
          value={form.partners}
          onChange={(event) => onChange({ partners: event.target.value })}
        />
      </Field>
      <Field label={t('hitnohit:out.name')}>
        <input value={form.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field label={t('hitnohit:out.contact')}>
        <input value={form.contact} onChange={(event) => onChange({ contact: event.target.value })} />
      </Field>
      <Field label={t('hitnohit:out.reference')}>
        <input value={form.reference} onChange={(event) => onChange({ reference: event.target.value })} />
      </Field>
    </div>
  );
}
