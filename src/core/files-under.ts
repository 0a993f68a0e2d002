/** What listing a folder gives of each thing in it. */
interface Entry {
  readonly path: string;
  readonly kind: 'folder' | 'file' | 'vault';
}
type List = (folder: string) => Promise<{ readonly entries: readonly Entry[] }>;

/** Deeper than people file things; a folder that links to its own parent ends here. */
const DEEPEST = 16;

/**
 * The files of these paths, folders replaced by what lies in them, in the order of their names. Vaults are left alone.
 * Whoever asks brings the listing; what it cannot list is taken for a file and refused where it is opened.
 */
export async function filesUnder(paths: readonly string[], list: List): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await filesOf(path, list, 0)));
  return [...new Set(found)];
}

async function filesOf(path: string, list: List, depth: number): Promise<string[]> {
  const entries = depth > DEEPEST ? [] : await entriesOf(path, list);
  if (entries === null) return [path];
  const sorted = [...entries].sort((left, right) => (left.path < right.path ? -1 : 1));
  const found: string[] = [];
  for (const entry of sorted) {
    if (entry.kind === 'file') found.push(entry.path);
    else if (entry.kind === 'folder') found.push(...(await filesOf(entry.path, list, depth + 1)));
  }
  return found;
}

async function entriesOf(path: string, list: List): Promise<readonly Entry[] | null> {
  try {
    return (await list(path)).entries;
  } catch (error) {
    if (isNoFolder(error)) return null;
    throw error;
  }
}

/** The code of the engine's answer, as every caller beyond the door throws it. */
function isNoFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'files.cannot-list';
}
