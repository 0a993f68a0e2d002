import { create } from 'zustand';
import { showPanel } from './panels.ts';

/** The wish to write a fact, until an editor has taken it: it may first have to be loaded. */
export const useFactEditor = create<{ readonly isWanted: boolean }>(() => ({ isWanted: false }));

/** Opens the inspector with the pen on the first field. */
export function askForFact(): void {
  showPanel('inspector');
  useFactEditor.setState({ isWanted: true });
}
