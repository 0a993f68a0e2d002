import { create } from 'zustand';
import { showPanel } from './panels.ts';

/** Asks for the editor of facts from anywhere: each call is a new wish, also where the last one was left. */
export const useFactEditor = create<{ readonly wish: number }>(() => ({ wish: 0 }));

/** Opens the inspector with the pen on the first field. */
export function askForFact(): void {
  showPanel('inspector');
  useFactEditor.setState(({ wish }) => ({ wish: wish + 1 }));
}
