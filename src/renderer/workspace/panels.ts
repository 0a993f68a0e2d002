import { create } from 'zustand';

/** The panels of the window; the frame (renderer/app) knows which component stands behind each. */
export const PANEL_IDS = [
  'explorer',
  'chart',
  'map',
  'timeline',
  'inspector',
  'table',
  'search',
  'questions',
  'import',
  'exchange',
  'training',
  'audit',
  'sources',
  'people',
  'lists',
  'journal',
  'matching',
] as const;
export type PanelId = (typeof PANEL_IDS)[number];

interface PanelWish {
  readonly id: PanelId | null;
  /** Rises with every wish, so that asking twice for the same panel is heard twice. */
  readonly count: number;
}

export const usePanelWish = create<PanelWish>(() => ({ id: null, count: 0 }));

/** Asks the frame to open the panel, or to bring it to the front when it is open. */
export function showPanel(id: PanelId): void {
  usePanelWish.setState((wish) => ({ id, count: wish.count + 1 }));
}
