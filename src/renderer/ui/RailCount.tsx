import type { ReactElement } from 'react';

/** More than this is "many", and a wider number would not fit on the sign. */
const MOST_SHOWN = 99;

/** How many things wait for a person behind a button of the rail; nothing where there are none. */
export function RailCount({
  of,
  count,
  title,
}: {
  readonly of: string;
  readonly count: number;
  readonly title: string;
}): ReactElement | null {
  if (count === 0) return null;
  return (
    <span className="rail-badge" data-count={of} title={title}>
      {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
    </span>
  );
}
