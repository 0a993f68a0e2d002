import { create } from 'zustand';
import type { HitState } from '../../core/watch/index.ts';

export type Tab = 'hits' | 'lists';

/** Where the panel stands; the line in the inspector leads here. */
interface Choice {
  readonly tab: Tab;
  readonly hitId: string | null;
  readonly listId: string | null;
  /** Hits of one list, of one replaced version, or of all. */
  readonly only: { readonly listId: string | null; readonly versionId: string | null };
  readonly states: readonly HitState[];
}

const OPEN_ONLY: readonly HitState[] = ['open'];

export const useChoice = create<Choice>(() => ({
  tab: 'hits',
  hitId: null,
  listId: null,
  only: { listId: null, versionId: null },
  states: OPEN_ONLY,
}));

export function chooseHit(hitId: string | null): void {
  useChoice.setState({ hitId });
}
export function showTab(tab: Tab): void {
  useChoice.setState({ tab });
}

/** What a key decides, by its place on the board, so that it works on a Cyrillic layout. */
export function decisionOfKey(event: {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): 'confirmed' | 'dismissed' | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return event.code === 'KeyC' ? 'confirmed' : event.code === 'KeyD' ? 'dismissed' : null;
}

/** The hit after this one, or the one before where it was the last: where the next decision waits. */
export function nextOf(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const at = current === null ? -1 : ids.indexOf(current);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, at + step))] ?? null;
}
