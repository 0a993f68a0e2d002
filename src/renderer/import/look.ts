import type { Inspection } from '../../contract/import.ts';
import { call, problemOf, type Translate } from '../workspace/index.ts';
import { addItem, type CentreItem, changeItem, itemId, lookedAt, newItem, useCentre } from './centre.ts';

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
): Promise<{ readonly files: readonly Found[]; readonly notes: readonly string[] }> {
  if (paths.length === 0) return { files: [], notes: [] };
  const { files, refused, stopped, litter } = await call('import.expand', { paths: [...paths] });
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
  const items = found.map(({ path, name, refusal }) => ({ ...newItem(path, name), refusal }));
  const fresh = items.filter((item) => addItem(item));
  for (const item of fresh) if (item.refusal === null) await look(item);
}

async function look(item: CentreItem): Promise<void> {
  const { fileId } = useCentre.getState();
  try {
    const found = await call('import.inspect', {
      path: item.path,
      ...(fileId === null ? {} : { fileId }),
      ...(item.part === null ? {} : { reading: { part: item.part } }),
    });
    changeItem(item.id, (before) => lookedAt(before, found));
    if (item.part === null && found.parts.length > 1) await addOtherParts(item, found);
  } catch (caught) {
    const { message } = problemOf(caught);
    changeItem(item.id, (before) => ({ ...before, refusal: message }));
  }
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
