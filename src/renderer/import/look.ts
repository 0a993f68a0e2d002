import type { Inspection } from '../../contract/import.ts';
import { call, problemOf, type Translate } from '../workspace/index.ts';
import {
  addItem,
  addItems,
  type CentreItem,
  changeItem,
  itemId,
  itemOf,
  lookedAt,
  newItem,
  useCentre,
} from './centre.ts';

/** Where a file lies and what a person calls it; one that is refused where it lies says why. */
export interface Found {
  readonly path: string;
  readonly name: string;
  readonly refusal: string | null;
}

/** Files of paths and uploads, those inside folders and archives too, and what a person must know of the rest. */
export async function expand(
  paths: readonly string[],
  t: Translate,
  /** Nothing is opened: names and sizes only. */
  hashOnly = false,
): Promise<{ readonly files: readonly Found[]; readonly notes: readonly string[] }> {
  if (paths.length === 0) return { files: [], notes: [] };
  const { files, refused, stopped, litter } = await call('import.expand', { paths: [...paths], hashOnly });
  return {
    files: [
      ...files.map(({ path, inside }) => ({ path, name: inside, refusal: null })),
      ...refused.map(({ path, inside, reason }) => ({
        path,
        name: inside,
        refusal: t(reason.key, reason.params),
      })),
    ],
    notes: [
      ...stopped.map(({ key, params }) => t(key, params)),
      ...(litter === 0 ? [] : [t('importcentre:litter', { count: litter })]),
    ],
  };
}

/** Puts all in the list first, then looks at one after the other. */
export async function addFiles(found: readonly Found[]): Promise<void> {
  const fresh = addItems(found.map(({ path, name, refusal }) => ({ ...newItem(path, name), refusal })));
  for (const { id, refusal } of fresh) {
    const item = itemOf(id);
    // Taken out, or marked as what nobody may look at, while it waited for its turn.
    if (refusal === null && item !== undefined && item.wish === null && item.registered === null)
      await look(item);
  }
}

/** Puts files in the list that nobody opens; gives the ids of all of them, also of those that stood there before. */
export function addUnopened(found: readonly Found[]): string[] {
  const taken = found.filter(({ refusal }) => refusal === null);
  addItems(taken.map(({ path, name }) => newItem(path, name)));
  addItems(
    found
      .filter(({ refusal }) => refusal !== null)
      .map((one) => ({ ...newItem(one.path, one.name), refusal: one.refusal })),
  );
  return taken.map(({ path }) => itemId(path, null));
}

async function look(item: CentreItem): Promise<void> {
  const { fileId } = useCentre.getState();
  try {
    const found = await call('import.inspect', {
      path: item.path,
      ...(fileId === null ? {} : { fileId }),
      ...(item.part === null ? {} : { reading: { part: item.part } }),
    });
    const now = itemOf(item.id);
    if (now === undefined || isShut(now)) return;
    changeItem(item.id, (before) => lookedAt(before, found));
    if (item.part === null && found.parts.length > 1) await addOtherParts(item, found);
  } catch (caught) {
    const { message } = problemOf(caught);
    changeItem(item.id, (before) => ({ ...before, refusal: message }));
  }
}

/** Marked as what nobody may look at while it was being looked at: what was found is forgotten. */
function isShut({ wish, registered }: CentreItem): boolean {
  return registered?.as === 'forbidden' || (wish !== null && 'register' in wish);
}

/** Sheets that are shown and hold rows are imported unless a person takes them out. */
async function addOtherParts(item: CentreItem, { parts, part }: Inspection): Promise<void> {
  const others = parts.filter(({ name, hidden, rows }) => name !== part && !hidden && rows !== 0);
  for (const { name } of others) await addPart(item.path, item.name, name, item.id);
}

export async function addPart(path: string, name: string, part: string, after: string | null): Promise<void> {
  const added = newItem(path, name, part);
  if (addItem(added, after)) await look(added);
}

/** The item of a part: the first one looked at has the path alone for its id. */
export function itemOfPart(items: readonly CentreItem[], path: string, part: string): CentreItem | undefined {
  return items.find((one) => one.path === path && (one.part === part || one.id === itemId(path, part)));
}
