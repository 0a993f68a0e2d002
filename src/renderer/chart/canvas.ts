import type { ChartView } from './view.ts';

let shown: ChartView | null = null;

/** The canvas on the screen, for the commands that move the view; null while the panel is closed. */
export function shownView(): ChartView | null {
  return shown;
}
export function setShownView(view: ChartView | null): void {
  shown = view;
}
