import { uploadFile } from '../workspace/index.ts';

/** The desktop window tells where a dropped file lies; a browser does not. */
interface DesktopFiles {
  readonly iforce?: { pathOfDropped(file: File): string };
}

/** What was dropped or pasted, also what lies in dropped folders: paths where they can be told, else uploads. */
export async function droppedPaths(transfer: DataTransfer): Promise<string[]> {
  const files = [...transfer.files];
  const paths = files.map(pathOf).filter((path) => path !== '');
  if (paths.length > 0 && paths.length === files.length) return paths;
  // The entries are gone as soon as anything was waited for.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const found: string[] = [];
  for (const [at, file] of files.entries()) {
    const entry = entries[at] ?? null;
    if (entry?.isDirectory === true) found.push(...(await uploadFolder(entry as FileSystemDirectoryEntry)));
    else found.push(await uploadFile(file));
  }
  return found;
}

function pathOf(file: File): string {
  return (window as DesktopFiles).iforce?.pathOfDropped(file) ?? '';
}

async function uploadFolder(folder: FileSystemDirectoryEntry): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory) found.push(...(await uploadFolder(entry as FileSystemDirectoryEntry)));
    else found.push(await uploadFile(await fileOf(entry as FileSystemFileEntry)));
  }
  return found;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives a folder in pieces; an empty one is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
