/** Bytes of files dropped on the window (64 MiB at most), kept in memory only; a path `upload:<id>` names one. */
export interface Uploads {
  add(name: string, bytes: Uint8Array): string;
  get(path: string): { name: string; bytes: Uint8Array } | undefined;
  remove(path: string): void;
  clear(): void;
}
