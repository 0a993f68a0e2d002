import { create } from 'zustand';
import type { Output } from '../../contract/index.ts';
import { ALL_MODES } from '../../core/search/index.ts';
import { call, useDesk } from '../workspace/index.ts';

export type Modes = Output<'search.modes'>['modes'];
export type Answer = Output<'search.query'>;
export type Hit = Answer['hits'][number];
export type SearchTab = 'results' | 'history' | 'standing';

interface SearchState {
  readonly fileId: string | null;
  readonly text: string;
  readonly modes: Modes;
  readonly tab: SearchTab;
  /** The search last put into the history: the next one may go on from it. */
  readonly lastId: string | null;
  /** Rises when the history or the standing queries changed. */
  readonly round: number;
}

/** What is searched stays while the panel is closed; another analysis file begins empty. */
export const useSearch = create<SearchState>(() => ({
  fileId: null,
  text: '',
  modes: ALL_MODES,
  tab: 'results',
  lastId: null,
  round: 0,
}));

export const set = useSearch.setState;

export async function startSearch(fileId: string | null): Promise<void> {
  if (fileId !== useSearch.getState().fileId) set({ fileId, text: '', lastId: null, tab: 'results' });
  const { modes } = await call('search.modes', {});
  set({ modes });
}

export async function switchModes(modes: Modes): Promise<void> {
  set({ modes });
  await call('search.setModes', { modes });
}

/** What a person searches on purpose goes into the history; letters on the way to it do not. */
export async function remember(hits: number): Promise<void> {
  const { text, modes, lastId } = useSearch.getState();
  const { fileId } = useDesk.getState();
  if (fileId === null || text.trim() === '') return;
  const { id } = await call('search.remember', { fileId, text: text.trim(), modes, hits, afterId: lastId });
  set((before) => ({ lastId: id, round: before.round + 1 }));
}
