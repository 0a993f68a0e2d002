import { create } from 'zustand';
import { showPanel } from './panels.ts';

/** Which source the register shows; null: none is chosen. */
export const useSourceChoice = create<{ readonly sourceId: string | null }>(() => ({ sourceId: null }));

/** Opens the source in the register, from wherever it is named. */
export function showSource(sourceId: string): void {
  useSourceChoice.setState({ sourceId });
  showPanel('sources');
}
