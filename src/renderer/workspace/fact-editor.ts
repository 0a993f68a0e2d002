import { create } from 'zustand';
import { showPanel } from './panels.ts';

/** The wish to write a fact, until an editor has taken it: it may first have to be loaded. */
export const useFactEditor = create<{ readonly isWanted: boolean }>(() => ({ isWanted: false }));

let pen: (() => boolean) | null = null;

/** An editor says how it takes the pen; false: it is not on the screen. Returns the function that ends the offer. */
export function offerPen(take: () => boolean): () => void {
  pen = take;
  return () => {
    if (pen === take) pen = null;
  };
}

/** Puts the pen on the first field at once, or the next key would be a command; opens the inspector where it is closed. */
export function askForFact(): void {
  if (pen?.() === true) return;
  showPanel('inspector');
  useFactEditor.setState({ isWanted: true });
}
