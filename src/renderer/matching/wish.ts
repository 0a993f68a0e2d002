import { create } from 'zustand';

/** The one record whose pairs are wanted, where somebody asked from elsewhere; null = all. */
export const useMatchWish = create<{ readonly entityId: string | null }>(() => ({ entityId: null }));
