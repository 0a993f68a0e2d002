import type { Inspection } from '../../contract/import.ts';
import { filesUnder } from '../../core/files-under.ts';
import { call, problemOf } from '../workspace/index.ts';
import { addItem, type CentreItem, changeItem, itemId, lookedAt, newItem, useCentre } from './centre.ts';

/** A path of this computer or an upload, and what to call it until it was looked at. */
export interface Found {
  readonly path: string;
  readonly name: string;
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The files of paths a person chose, those inside folders too. */
export async function expand(paths: readonly string[]): Promise<Found[]> {
  const files = await filesUnder(paths, (path) => call('files.list', { path }));
  return files.map((path) => ({ path, name: nameOf(path) }));
}

/** Puts all in the list first, then looks at one after the other. */
export async function addFiles(found: readonly Found[]): Promise<void> {
  const fresh = found.map(({ path, name }) => newItem(path, name)).filter((item) => addItem(item));
  for (const item of fresh) await look(item);
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
