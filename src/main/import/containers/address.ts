/** Where a file inside archives lies: the archive as the computer knows it, then the names from outside in. */
export interface Address {
  readonly archive: string;
  readonly inner: readonly string[];
}

const SCHEME = 'zip:';

/** `zip:/path/file.zip!/folder/name.csv`; one more `!/` for each archive inside an archive. */
export function addressOf({ archive, inner }: Address): string {
  return SCHEME + [archive, ...inner].map(escaped).join('!/');
}

/** Null where the path is no such address. */
export function readAddress(path: string): Address | null {
  if (!path.startsWith(SCHEME)) return null;
  const [archive = '', ...inner] = path.slice(SCHEME.length).split('!/').map(unescaped);
  return archive === '' || inner.length === 0 || inner.includes('') ? null : { archive, inner };
}

/** The file's own name, without folders. */
export function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** An exclamation mark in a name is no border between archives. */
function escaped(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('!', '%21');
}

function unescaped(name: string): string {
  return name.replaceAll('%21', '!').replaceAll('%25', '%');
}
