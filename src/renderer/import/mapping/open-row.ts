import { useState } from 'react';
import { focusSoon } from './focus.ts';

/** Which row of the mapping is open: one at a time, so that the card stays a page and not a scroll. */
export interface OpenRow {
  readonly of: (id: string) => {
    readonly id: string;
    readonly isOpen: boolean;
    readonly onToggle: () => void;
  };
  readonly added: (id: string) => void;
  readonly removed: (group: string) => void;
}

export function useOpenRow(): OpenRow {
  const [open, setOpen] = useState<string | null>(null);
  return {
    of: (id) => ({
      id,
      isOpen: open === id,
      onToggle: () => setOpen((before) => (before === id ? null : id)),
    }),
    added: (id) => {
      setOpen(id);
      focusSoon(`[data-row="${id}"]`);
    },
    removed: (group) => {
      setOpen(null);
      focusSoon(`[data-group="${group}"] .spec-add`);
    },
  };
}

/** The rows of a list with the keys their problems and open state go by. */
export function rowsOf<T>(part: string, list: readonly T[]): { id: string; at: number; one: T }[] {
  return list.map((one, at) => ({ id: `${part}.${at}`, at, one }));
}
