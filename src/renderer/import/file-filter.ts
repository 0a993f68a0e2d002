import type { CentreItem } from './centre.ts';
import { type ItemState, itemState } from './item-state.ts';

/** The states a list of many files is counted and narrowed by, in the order a person works through them. */
export const FILE_GROUPS = {
  ready: ['ready', 'tried'],
  asks: ['asks', 'duplicate', 'failed'],
  refused: ['refused'],
  loaded: ['loaded'],
  registered: ['registered'],
  queued: ['waiting', 'running'],
  looking: ['looking'],
} as const satisfies Record<string, readonly ItemState[]>;
export type FileGroup = keyof typeof FILE_GROUPS;

const GROUP_OF = new Map<ItemState, FileGroup>(
  (Object.keys(FILE_GROUPS) as FileGroup[]).flatMap((group) =>
    FILE_GROUPS[group].map((state): [ItemState, FileGroup] => [state, group]),
  ),
);

/** The groups that have a file, with how many. */
export function groupCounts(items: readonly CentreItem[]): [FileGroup, number][] {
  const counts = new Map<FileGroup, number>();
  for (const item of items) {
    const group = GROUP_OF.get(itemState(item));
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return (Object.keys(FILE_GROUPS) as FileGroup[]).flatMap((group) => {
    const count = counts.get(group);
    return count === undefined ? [] : [[group, count]];
  });
}

/** A group nobody is in any more narrows nothing: the list never stands empty without a reason on the screen. */
export function inGroup(items: readonly CentreItem[], group: FileGroup | null): readonly CentreItem[] {
  if (group === null) return items;
  const found = items.filter((item) => GROUP_OF.get(itemState(item)) === group);
  return found.length === 0 ? items : found;
}
