export type GateWay = 'open' | 'create' | 'recover' | 'restore';

/** How the first screen is to open next time, where something on the desk led to it. */
export interface GateWish {
  readonly way: GateWay;
  readonly path: string | null;
  /** The backup that stands chosen. */
  readonly backup: string | null;
}
const NOTHING: GateWish = { way: 'open', path: null, backup: null };

let wish = NOTHING;

export function wishRestore(path: string, backup: string): void {
  wish = { way: 'restore', path, backup };
}
export const gateWish = (): GateWish => wish;

/** A wish holds for one screen. */
export function forgetGateWish(): void {
  wish = NOTHING;
}
