import { create } from 'zustand';

/** The one record whose pairs are wanted, where somebody asked from elsewhere. */
interface MatchWish {
  readonly fileId: string;
  readonly entityId: string;
}
export const useMatchWish = create<{ readonly wish: MatchWish | null }>(() => ({ wish: null }));

/** null = all pairs; a wish of another file is none. */
export function useWishedEntity(fileId: string): string | null {
  return useMatchWish(({ wish }) => (wish?.fileId === fileId ? wish.entityId : null));
}
