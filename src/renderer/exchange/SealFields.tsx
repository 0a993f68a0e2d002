import type { ReactElement } from 'react';
import { Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { SealForm } from './seal-form.ts';
import { WhatField } from './WhatField.tsx';

/** What leaves, to whom, why, and for which keys. */
export function SealFields(props: {
  readonly form: SealForm;
  readonly onChart: number;
  readonly selected: number;
  readonly onChange: (change: Partial<SealForm>) => void;
}): ReactElement {
  const t = useMessages();
  const { form, onChange } = props;
  return (
    <>
      <div className="form-grid narrow">
        <WhatField
          what={form.what}
          onChart={props.onChart}
          selected={props.selected}
          onChange={(what) => onChange({ what })}
        />
        <Field label={t('exchange:recipients')}>
          <input
            placeholder="RO, UA"
            value={form.recipients}
            onChange={(event) => onChange({ recipients: event.target.value })}
          />
        </Field>
        <Field label={t('exchange:purpose')}>
          <input value={form.purpose} onChange={(event) => onChange({ purpose: event.target.value })} />
        </Field>
      </div>
      <Field label={t('exchange:recipientKeys')}>
        <textarea
          rows={2}
          placeholder="age1…"
          value={form.keys}
          onChange={(event) => onChange({ keys: event.target.value })}
        />
      </Field>
      <Field label={t('exchange:passphrase')}>
        <input
          type="password"
          value={form.passphrase}
          onChange={(event) => onChange({ passphrase: event.target.value })}
        />
      </Field>
    </>
  );
}
