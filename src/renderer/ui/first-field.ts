import { type RefObject, useEffect, useRef } from 'react';

const FIELDS = 'input:not([type=radio], [type=checkbox]), select, textarea';

/** Puts the hand where a form begins, also where it comes into its window only after its data. */
export function useFirstField<T extends HTMLElement>(): RefObject<T | null> {
  const form = useRef<T>(null);
  useEffect(() => {
    const first =
      form.current?.querySelector<HTMLElement>(FIELDS) ??
      form.current?.querySelector<HTMLElement>('button:not(:disabled)');
    first?.focus();
  }, []);
  return form;
}
