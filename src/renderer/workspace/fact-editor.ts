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

export const { useEditor: useFactEditor, offer: offerPen, ask: askForFact } = createPen();
export const { useEditor: useCheckEditor, offer: offerCheckPen, ask: askForCheck } = createPen();
