import { create } from 'zustand';

/** The one selection of the program: chart, map, timeline, table and inspector read and write this. */
export interface Selection {
  readonly entityIds: readonly string[];
  readonly linkKeys: readonly string[];
  readonly eventIds: readonly string[];
  /** Entities and lines a question's answer points at (drawn as highlight, not as selection). */
  readonly highlight: { readonly entityIds: readonly string[]; readonly linkKeys: readonly string[] };
}

const EMPTY: Selection = {
  entityIds: [],
  linkKeys: [],
  eventIds: [],
  highlight: { entityIds: [], linkKeys: [] },
};

export const useSelection = create<Selection>(() => EMPTY);

export function select(change: Partial<Omit<Selection, 'highlight'>>): void {
  useSelection.setState({ entityIds: [], linkKeys: [], eventIds: [], ...change });
}
export function highlight(what: Selection['highlight']): void {
  useSelection.setState({ highlight: what });
}
