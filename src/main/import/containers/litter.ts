const FOLDERS = new Set([
  '__MACOSX',
  '.Spotlight-V100',
  '.Trashes',
  '.fseventsd',
  'System Volume Information',
  '$RECYCLE.BIN',
]);
const FILES = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.localized)$/i;

/** What an operating system leaves behind: nobody wrote it, and it says nothing of a case. */
export function isLitter(path: string): boolean {
  const parts = path.split('/');
  return parts.some((part) => FOLDERS.has(part)) || FILES.test(parts.at(-1) ?? '');
}
