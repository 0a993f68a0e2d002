import { dataChanged } from '../workspace/index.ts';

/** Every view asks anew when it hears of a change: hundreds of small files must not make it ask hundreds of times. */
const REST_MS = 2000;

let isOwed = false;
let told = Number.NEGATIVE_INFINITY;

/** A file came in and others follow. */
export function noteChange(): void {
  isOwed = true;
  if (performance.now() - told >= REST_MS) tellChanges();
}

/** Nothing follows: what the views have not heard of yet is told now. */
export function tellChanges(): void {
  if (!isOwed) return;
  isOwed = false;
  told = performance.now();
  dataChanged();
}
