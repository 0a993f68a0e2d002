export type GateWay = 'open' | 'create' | 'recover' | 'restore';

/** How the first screen is to open next time, where something on the desk led to it. */
export interface GateWish {
  readonly way: GateWay;
  readonly path: string | null;
  /** The backup that stands chosen. */
  readonly backup: string | null;
}
const NOTHING: GateWish = { way: 'open', path: null, backup: null };

/** A lock makes the page anew: what is wished for after it must outlast the page. Paths only, nothing of a case. */
const PATH = 'restore-path';
const BACKUP = 'restore-backup';

export function wishRestore(path: string, backup: string): void {
  sessionStorage.setItem(PATH, path);
  sessionStorage.setItem(BACKUP, backup);
}

export function gateWish(): GateWish {
  const path = sessionStorage.getItem(PATH);
  return path === null ? NOTHING : { way: 'restore', path, backup: sessionStorage.getItem(BACKUP) };
}

/** A wish holds for one screen. */
export function forgetGateWish(): void {
  sessionStorage.removeItem(PATH);
  sessionStorage.removeItem(BACKUP);
}
