import type { Core } from 'cytoscape';
import { LABEL_SIZE } from './style.ts';

/** Height of a label on the screen that a person reads without leaning forward, px. */
const READABLE = 11;
/** Larger letters than this, chart units, run into the next entity. */
const LARGEST = 22;
/** With more entities words would cover each other; then one zooms in to read. */
const MOST_NODES = 300;
/** Each step costs a new stylesheet: sizes between are not worth it. */
const STEP = 2;
const REST_MILLISECONDS = 90;

/** Size of the names in chart units, so that a chart seen whole can still be read. */
export function labelSize(zoom: number, nodes: number): number {
  if (nodes > MOST_NODES) return LABEL_SIZE;
  const wanted = Math.ceil(READABLE / zoom / STEP) * STEP;
  return Math.min(LARGEST, Math.max(LABEL_SIZE, wanted));
}

/** Tells when the zoom rests at a level that wants letters of another size. */
export function watchLettering(cy: Core, changed: (size: number) => void): void {
  let size = LABEL_SIZE;
  let rest: ReturnType<typeof setTimeout> | undefined;
  cy.on('zoom add remove', () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (cy.destroyed()) return;
      const next = labelSize(cy.zoom(), cy.nodes().length);
      if (next === size) return;
      size = next;
      changed(size);
    }, REST_MILLISECONDS);
  });
}
