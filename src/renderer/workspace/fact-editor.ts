import { type RefObject, useEffect, useRef } from 'react';
import { create } from 'zustand';
import { showPanel } from './panels.ts';

/** The wish to write something in the inspector, until its editor has taken it: it may first have to be loaded. */
function createPen() {
  const useEditor = create<{ readonly isWanted: boolean }>(() => ({ isWanted: false }));
  let pen: (() => boolean) | null = null;
  return {
    useEditor,
    /** An editor says how it takes the pen; false: it is not on the screen. Returns the function that ends the offer. */
    offer(take: () => boolean): () => void {
      pen = take;
      return () => {
        if (pen === take) pen = null;
      };
    },
    /** Puts the pen on the first field at once, or the next key would be a command; opens the inspector where it is closed. */
    ask(): void {
      if (pen?.() === true) return;
      showPanel('inspector');
      useEditor.setState({ isWanted: true });
    },
  };
}

export const factPen = createPen();
export const checkPen = createPen();

/**
 * The first field of an editor: it takes the focus when the pen is asked for, or at once where something that stands is
 * changed, and offers itself to the next one who asks.
 */
export function usePen<Field extends HTMLElement>(
  pen: ReturnType<typeof createPen>,
  isChange: boolean,
): RefObject<Field | null> {
  const first = useRef<Field>(null);
  const isWanted = pen.useEditor((editor) => editor.isWanted);
  useEffect(() => {
    if (!isWanted && !isChange) return undefined;
    // The dock brings the panel to the front first, which takes the focus along.
    const timer = setTimeout(() => {
      first.current?.focus();
      pen.useEditor.setState({ isWanted: false });
    }, 0);
    return () => clearTimeout(timer);
  }, [pen, isWanted, isChange]);
  useEffect(() => {
    if (isChange) return undefined;
    return pen.offer(() => {
      const field = first.current;
      if (field === null || field.offsetParent === null) return false;
      field.focus();
      return true;
    });
  }, [pen, isChange]);
  return first;
}
