import { type ReactElement, useEffect, useState } from 'react';
import { useMessages } from '../workspace/index.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  return ISO_DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** A day as it stands everywhere in the program, year first; the browser's own field follows another language. */
export function DateInput(props: {
  readonly id?: string;
  readonly label?: string;
  /** `yyyy-mm-dd`, or '' for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}): ReactElement {
  const t = useMessages();
  const { value, onChange } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const wrong = text !== '' && !isDay(text);
  return (
    <input
      id={props.id}
      aria-label={props.label}
      aria-invalid={wrong}
      inputMode="numeric"
      placeholder={t('common:day')}
      title={wrong ? t('common:dayWrong') : undefined}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === '' || isDay(event.target.value)) onChange(event.target.value);
      }}
    />
  );
}
