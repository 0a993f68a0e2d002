import type { ReactElement } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** One of a few: the system's own list, typed. */
export function Select<T extends string>(props: {
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly label?: string;
  readonly disabled?: boolean;
}): ReactElement {
  return (
    <select
      value={props.value}
      aria-label={props.label}
      disabled={props.disabled}
      onChange={(event) => {
        const found = props.choices.find((choice) => choice.value === event.target.value);
        if (found !== undefined) props.onChange(found.value);
      }}
    >
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
