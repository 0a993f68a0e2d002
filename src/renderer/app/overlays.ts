import { create } from 'zustand';

export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'new-file'
  | 'edit-file'
  | 'new-entity'
  | 'edit-entity'
  | 'delete-entity'
  | 'merge'
  | 'new-link'
  | 'edit-link'
  | 'new-event'
  | 'edit-event'
  | 'keys';

/** The one window that lies over the desk, if any. */
export const useOverlay = create<{ readonly open: Overlay | null }>(() => ({ open: null }));

export function showOverlay(open: Overlay | null): void {
  useOverlay.setState({ open });
}
