import { type ReactElement, useEffect, useState } from 'react';
import { readDay, useMessages } from '../workspace/index.ts';

/**
 * A day as it stands everywhere in the program, year first; the browser's own field follows another language. Day-first
 * dates are understood and put right.
 */
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
  const [left, setLeft] = useState(false);
  const wrong = left && text.trim() !== '' && readDay(text) === null;
  const type = (written: string): void => {
    setLeft(false);
    setText(written);
    const day = written.trim() === '' ? '' : readDay(written);
    if (day !== null) onChange(day);
  };
  return (
    <>
      <input
        id={props.id}
        aria-label={props.label}
        aria-invalid={wrong}
        inputMode="numeric"
        placeholder={t('common:day')}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          setLeft(true);
          setText(readDay(text) ?? text);
        }}
      />
      {wrong ? (
        <span role="alert" className="day-wrong">
          {t('common:dayWrong')}
        </span>
      ) : null}
    </>
  );
}
