import type { ReactElement } from 'react';
import { useViewMarking } from '../workspace/index.ts';

/** The effective marking of what a view shows, at its foot as on a print. */
export function ViewMarking({ whole = false }: { readonly whole?: boolean }): ReactElement | null {
  const shown = useViewMarking(whole);
  if (shown === null) return null;
  return (
    <p className="view-marking" title={`${shown.line}\n${shown.meaning}`}>
      {shown.line}
    </p>
  );
}
