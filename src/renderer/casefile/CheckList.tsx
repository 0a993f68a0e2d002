import type { ReactElement } from 'react';

/** A few options to tick, in their fixed order. */
export function CheckList<T extends string>(props: {
  readonly label: string;
  readonly options: readonly T[];
  readonly chosen: readonly T[];
  readonly name: (option: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}): ReactElement {
  function toggle(option: T): void {
    const on = props.chosen.includes(option);
    props.onChange(props.options.filter((one) => (one === option ? !on : props.chosen.includes(one))));
  }
  return (
    <fieldset className="check-list">
      <legend className="field-label">{props.label}</legend>
      {props.options.map((option) => (
        <label key={option}>
          <input type="checkbox" checked={props.chosen.includes(option)} onChange={() => toggle(option)} />
          {props.name(option)}
        </label>
      ))}
    </fieldset>
  );
}
