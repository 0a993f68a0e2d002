import { create } from 'zustand';
import type { ChartFilter } from '../../contract/chart.ts';
import type { EntitySummary, EvidenceFilter, LinkSummary } from '../../contract/terms.ts';

/**
 * What lies on the analyst's desk: the open analysis file, its open chart and the chart's working set. Map,
 * timeline and table show the same working set; the brush (`filter.period`) narrows all of them.
 * Only renderer/chart writes `chart`, `members`, `entities`, `links`; the others read.
 */
export interface Desk {
  readonly fileId: string | null;
  readonly chartId: string | null;
  readonly entities: ReadonlyMap<string, EntitySummary>;
  readonly links: readonly LinkSummary[];
  /** Members of whom nothing speaks that the filter by source and grade leaves: no view shows them. */
  readonly unstated: ReadonlySet<string>;
  readonly filter: ChartFilter;
  /** Members hidden on the chart (still in the working set). */
  readonly hidden: ReadonlySet<string>;
  /** Rises when the file's data changed (import, undo): queries carry it in their key. */
  readonly dataRevision: number;
  readonly timeZone: string;
}

export const NO_FILTER: ChartFilter = {
  linkTypes: null,
  entityTypes: null,
  period: { from: null, to: null },
};

export const EMPTY_DESK: Desk = {
  fileId: null,
  chartId: null,
  entities: new Map(),
  links: [],
  unstated: new Set(),
  filter: NO_FILTER,
  hidden: new Set(),
  dataRevision: 0,
  timeZone: 'Europe/Chisinau',
};

/**
 * What the views beside the chart narrow to: its working set without the types its filter leaves out. Null where
 * nothing lies on the chart; they show the whole file then.
 */
export function shownIds(
  desk: Pick<Desk, 'entities' | 'filter'> & Partial<Pick<Desk, 'unstated'>>,
): readonly string[] | null {
  const { entities, filter, unstated } = desk;
  if (entities.size === 0) return null;
  const types = filter.entityTypes;
  const shown = [...entities.values()].filter(
    (entity) => (types === null || types.includes(entity.type)) && unstated?.has(entity.id) !== true,
  );
  return shown.map((entity) => entity.id);
}

/** The part of the filter that goes with every question of a view: by source and grade. */
export function evidenceOf({ sources, grades }: ChartFilter): EvidenceFilter {
  return {
    ...((sources ?? null) === null ? {} : { sources }),
    ...((grades ?? null) === null ? {} : { grades }),
  };
}

/** True while the filter leaves anything out. */
export function isNarrowed(filter: ChartFilter): boolean {
  const { linkTypes, entityTypes, period } = filter;
  const byEvidence = Object.keys(evidenceOf(filter)).length > 0;
  return (
    byEvidence || linkTypes !== null || entityTypes !== null || period.from !== null || period.to !== null
  );
}

export const useDesk = create<Desk>(() => EMPTY_DESK);

export function openFile(fileId: string | null): void {
  useDesk.setState((desk) => ({
    ...EMPTY_DESK,
    fileId,
    timeZone: desk.timeZone,
    dataRevision: desk.dataRevision + 1,
  }));
}
export function dataChanged(): void {
  useDesk.setState((desk) => ({ dataRevision: desk.dataRevision + 1 }));
}
