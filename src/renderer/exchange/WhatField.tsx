import type { ReactElement } from 'react';
import { Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { SealForm } from './seal-form.ts';

/** The whole file, what is on the chart, or what is selected. */
export function WhatField(props: {
  readonly what: SealForm['what'];
  readonly onChart: number;
  readonly selected: number;
  readonly onChange: (what: SealForm['what']) => void;
}): ReactElement {
  const t = useMessages();
  return (
    <Field label={t('exchange:what')}>
      <select value={props.what} onChange={(event) => props.onChange(event.target.value as SealForm['what'])}>
        <option value="file">{t('exchange:whole')}</option>
        <option value="chart" disabled={props.onChart === 0}>
          {t('exchange:chart', { count: props.onChart })}
        </option>
        <option value="selection" disabled={props.selected === 0}>
          {t('exchange:selection', { count: props.selected })}
        </option>
      </select>
    </Field>
  );
}
