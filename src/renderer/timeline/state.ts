/** What the commands can ask of the timeline that is on the screen. */
export interface ShownTimeline {
  fit(): void;
  zoomBy(factor: number): void;
  exportPng(): void | Promise<void>;
  exportCsv(): void | Promise<void>;
}
let shown: ShownTimeline | null = null;
export function setShownTimeline(timeline: ShownTimeline | null): void {
  shown = timeline;
}
export function shownTimeline(): ShownTimeline | null {
  return shown;
}
