import type { ReactElement } from 'react';
import type { Choice } from './Select.tsx';

/** A row of tabs; the caller draws what stands under the chosen one. Arrow keys move. */
export function Tabs<T extends string>(props: {
  readonly value: T;
  readonly tabs: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}): ReactElement {
  const move = (step: number): void => {
    const now = props.tabs.findIndex((tab) => tab.value === props.value);
    const next = props.tabs[(now + step + props.tabs.length) % props.tabs.length];
    if (next !== undefined) props.onChange(next.value);
  };
  return (
    <div
      className="tabs"
      role="tablist"
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') move(1);
        if (event.key === 'ArrowLeft') move(-1);
      }}
    >
      {props.tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === props.value}
          tabIndex={tab.value === props.value ? 0 : -1}
          onClick={() => props.onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
