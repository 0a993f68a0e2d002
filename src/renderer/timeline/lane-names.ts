import type { Brush } from '../ui/index.ts';

/** Between the name and the number of events of a lane, with both margins. */
export const BESIDE_NAME = 56;
export const LANE_FONT = '12px "Noto Sans", system-ui, sans-serif';

type Measure = (text: string) => number;

/** A name as wide as there is room: what it begins and what it ends with, for numbers differ in both. */
export function shortened(name: string, room: number, measure: Measure): string {
  if (measure(name) <= room) return name;
  const letters = [...name];
  for (let kept = letters.length - 1; kept > 1; kept -= 1) {
    const head = letters.slice(0, Math.ceil(kept / 2)).join('');
    const cut = `${head.trimEnd()}…${letters
      .slice(letters.length - Math.floor(kept / 2))
      .join('')
      .trimStart()}`;
    if (measure(cut) <= room) return cut;
  }
  return '…';
}

/** How wide the names' column must be for every one of them whole: on paper there is no pointer to ask with. */
export function columnFor(names: readonly string[], narrowest: number, measure: Measure): number {
  return Math.max(narrowest, Math.ceil(Math.max(0, ...names.map(measure))) + BESIDE_NAME);
}

export function measureWith(brush: Brush | null): Measure {
  if (brush !== null) brush.font = LANE_FONT;
  return (text) => brush?.measureText(text).width ?? 0;
}
