import type { EntityType, Shape } from '../../core/model/entity-types.ts';
import { ICON_PATHS } from '../../core/model/icon-paths.ts';
import type { Strength } from '../../core/model/link-types.ts';
import type { TitleBlock } from '../workspace/index.ts';
import { type Drawing, type Mark, pictureMarks, text } from './drawing.ts';
import type { ChartPicture } from './elements.ts';
import { outline } from './outline.ts';
import { DASHES } from './style.ts';
import type { ChartTheme } from './theme.ts';

export interface LegendRow {
  readonly type: EntityType;
  readonly name: string;
  readonly shape: Shape;
  readonly colour: string;
  readonly icon: string;
}
export interface SheetLegend {
  readonly types: readonly LegendRow[];
  readonly strengths: readonly { readonly strength: Strength; readonly name: string }[];
  /** What the colours of grades or sources mean, where the chart is painted by them. */
  readonly evidence?: readonly { readonly name: string; readonly colour: string | null }[];
}

const MARGIN = 40;
const ROW = 22;
const NARROWEST = 560;
const LEGEND_ICON = 10;

/** No measure is at hand here, so a character counts as wide as a broad one: the title block is never cut. */
function wordsWidth({ marking, title, lines }: TitleBlock): number {
  const wide = (words: string, size: number): number => words.length * size * 0.62;
  return Math.max(wide(marking, 13), wide(title, 18), ...lines.map((line) => wide(line, 12)));
}

function bounds(picture: ChartPicture): { left: number; top: number; right: number; bottom: number } {
  let box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of picture.nodes.values()) {
    box = {
      left: Math.min(box.left, x - 75),
      top: Math.min(box.top, y - 30),
      right: Math.max(box.right, x + 75),
      bottom: Math.max(box.bottom, y + 50),
    };
  }
  return picture.nodes.size === 0 ? { left: 0, top: 0, right: NARROWEST, bottom: 0 } : box;
}

function headMarks(block: TitleBlock, left: number, top: number, theme: ChartTheme): Mark[] {
  const flat = { middle: false, halo: null };
  return [
    text(block.marking, { x: left, y: top + 14 }, 13, theme, { ...flat, bold: true }),
    text(block.title, { x: left, y: top + 40 }, 18, theme, { ...flat, bold: true }),
    ...block.lines.map((line, index) => text(line, { x: left, y: top + 62 + index * 17 }, 12, theme, flat)),
  ];
}

function legendMarks(
  legend: SheetLegend,
  left: number,
  top: number,
  width: number,
  theme: ChartTheme,
): { marks: Mark[]; height: number } {
  const column = 190;
  const columns = Math.max(1, Math.floor(width / column));
  const at = (index: number) => ({
    x: left + (index % columns) * column,
    y: top + Math.floor(index / columns) * ROW,
  });
  const marks: Mark[] = [];
  const name = (words: string, x: number, y: number): Mark =>
    text(words, { x, y }, 12, theme, { middle: false, halo: null });
  legend.types.forEach((row, index) => {
    const { x, y } = at(index);
    marks.push(
      {
        kind: 'path',
        path: outline(row.shape, 18),
        x: x + 10,
        y: y - 4,
        scale: 1,
        fill: theme.node,
        stroke: row.colour,
        width: 2,
        dash: [],
      },
      {
        kind: 'path',
        path: ICON_PATHS[row.icon] ?? '',
        x: x + 10 - LEGEND_ICON / 2,
        y: y - 4 - LEGEND_ICON / 2,
        scale: LEGEND_ICON / 24,
        fill: null,
        stroke: theme.text,
        width: 2,
        dash: [],
      },
      name(row.name, x + 26, y),
    );
  });
  legend.strengths.forEach((row, index) => {
    const { x, y } = at(legend.types.length + index);
    marks.push(
      {
        kind: 'path',
        path: 'M0 0H36',
        x,
        y: y - 4,
        scale: 1,
        fill: null,
        stroke: theme.line,
        width: 2,
        dash: DASHES[row.strength],
      },
      name(row.name, x + 44, y),
    );
  });
  const evidence = legend.evidence ?? [];
  const before = legend.types.length + legend.strengths.length;
  evidence.forEach((row, index) => {
    const { x, y } = at(before + index);
    marks.push(
      {
        kind: 'path',
        path: 'M0 0H36',
        x,
        y: y - 4,
        scale: 1,
        fill: null,
        stroke: row.colour ?? theme.line,
        width: 5,
        dash: [],
      },
      name(row.name, x + 44, y),
    );
  });
  return { marks, height: Math.ceil((before + evidence.length) / columns) * ROW };
}

/** The sheet that leaves the program: exactly the visible picture with its title block and legend. */
export function sheetOf(
  picture: ChartPicture,
  block: TitleBlock,
  legend: SheetLegend,
  theme: ChartTheme,
): Drawing {
  const box = bounds(picture);
  const head = 62 + block.lines.length * 17 + MARGIN / 2;
  const left = box.left - MARGIN;
  const top = box.top - MARGIN - head;
  const width = Math.max(NARROWEST, wordsWidth(block), box.right - box.left) + MARGIN * 2;
  const foot = legendMarks(legend, box.left, box.bottom + MARGIN + 10, width - MARGIN * 2, theme);
  const bottom = box.bottom + MARGIN + 10 + foot.height + 20;
  const marks = [
    ...pictureMarks(picture, theme),
    ...headMarks(block, box.left, top + MARGIN / 2, theme),
    ...foot.marks,
    text(block.marking, { x: box.left, y: bottom }, 13, theme, { middle: false, halo: null, bold: true }),
  ];
  return { x: left, y: top, width, height: bottom + MARGIN / 2 - top, background: theme.background, marks };
}
