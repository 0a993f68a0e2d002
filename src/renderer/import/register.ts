import { notedFileFields } from '../../core/evidence/noted-file.ts';
import { call } from '../workspace/index.ts';
import { type CentreItem, changeItem, type Registering, useCentre } from './centre.ts';
import { noteChange } from './changes.ts';

/** Makes the source of one file by hash and size; the bytes stay where they are. */
export async function registerItem(
  { id, path, name }: CentreItem,
  as: Registering,
  fileId: string,
  finished: (jobId: string) => Promise<unknown>,
): Promise<void> {
  const file = await call('analysisFile.get', { fileId });
  const { jobId } = await call('source.createFrom', {
    fileId,
    path,
    kind: 'document',
    fields: notedFileFields(lastOf(name), file),
    copy: false,
    hashOnly: as === 'forbidden',
  });
  const { reference } = (await finished(jobId)) as { readonly reference: string };
  changeItem(id, (item) => ({ ...item, registered: { reference, as } }));
  noteChange();
}

function lastOf(name: string): string {
  return name.split('/').at(-1) ?? name;
}

/**
 * Before material nobody may look at waits for its turn, all that was read of it is gone from the screen; the sheets of
 * one file are one file again. Gives the ids to be registered.
 */
export function shut(ids: readonly string[], as: Registering): string[] {
  const wanted = new Set(ids);
  const { items, selected } = useCentre.getState();
  const first = new Map<string, string>();
  for (const { id, path } of items) if (wanted.has(id) && !first.has(path)) first.set(path, id);
  const kept = items.filter(({ id, path }) => {
    const chosen = first.get(path);
    return chosen === undefined || chosen === id;
  });
  const closed = { file: null, last: null, part: null, asksDates: false, error: null };
  const left = kept.map((one) =>
    first.get(one.path) === one.id && as === 'forbidden' ? { ...one, ...closed } : one,
  );
  const stays = left.some(({ id }) => id === selected);
  useCentre.setState({ items: left, selected: stays ? selected : (first.values().next().value ?? null) });
  return [...first.values()];
}
