import type { TitleBlock } from '../workspace/index.ts';
import { pngOf } from './png-writer.ts';

/** Paper is light, whatever the screen is. */
export const PAPER = { back: '#ffffff', text: '#1b1f24', line: '#d0d5db', accent: '#0b5cad' } as const;

/** A canvas of the page, or one that is only written to a file. */
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A view as a sheet: what it paints, and what it says beneath. */
export interface SheetBody {
  readonly width: number;
  readonly height: number;
  /** Paints with the body's upper left corner at 0,0; what lies outside `top` to `bottom` may be left out. */
  paint(brush: Brush, top: number, bottom: number): void;
  readonly legend: readonly { readonly name: string; sign(brush: Brush, x: number, y: number): void }[];
  /** Small print under the legend: where the map comes from, how to read the scale. */
  readonly notes: readonly string[];
}

const MARGIN = 24;
const LINE = 17;
const COLUMN = 190;
const STRIP = 512;
const SCALE = 2;

interface Plan {
  readonly width: number;
  readonly columns: number;
  readonly bodyTop: number;
  readonly footTop: number;
  readonly notesTop: number;
  readonly height: number;
}

function fontOf(size: number, bold: boolean): string {
  return `${bold ? 'bold ' : ''}${size}px "Noto Sans", system-ui, sans-serif`;
}

/** The longest line decides with the body how wide the sheet is: no word of it is cut. */
function widest(body: SheetBody, block: TitleBlock): number {
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  const measure = (words: string, size: number, bold: boolean): number => {
    if (brush === null) return 0;
    brush.font = fontOf(size, bold);
    return brush.measureText(words).width;
  };
  return Math.max(
    measure(block.marking, 13, true),
    measure(block.title, 17, true),
    ...block.lines.map((line) => measure(line, 12, false)),
    ...body.notes.map((note) => measure(note, 11, false)),
  );
}

function planOf(body: SheetBody, block: TitleBlock): Plan {
  const width = Math.max(560, body.width, Math.ceil(widest(body, block))) + 2 * MARGIN;
  const columns = Math.max(1, Math.floor((width - 2 * MARGIN) / COLUMN));
  const bodyTop = MARGIN + 48 + block.lines.length * LINE + 12;
  const footTop = bodyTop + body.height + 20;
  const notesTop = footTop + Math.ceil(body.legend.length / columns) * LINE + 8;
  return {
    width,
    columns,
    bodyTop,
    footTop,
    notesTop,
    height: notesTop + body.notes.length * LINE + 12 + MARGIN,
  };
}

function write(brush: Brush, words: string, x: number, y: number, size: number, bold = false): void {
  brush.font = fontOf(size, bold);
  brush.textAlign = 'left';
  brush.textBaseline = 'alphabetic';
  brush.fillStyle = PAPER.text;
  brush.fillText(words, x, y);
}

function paintWords(brush: Brush, body: SheetBody, block: TitleBlock, plan: Plan): void {
  write(brush, block.marking, MARGIN, MARGIN + 10, 13, true);
  write(brush, block.title, MARGIN, MARGIN + 34, 17, true);
  for (const [index, line] of block.lines.entries())
    write(brush, line, MARGIN, MARGIN + 54 + index * LINE, 12);
  for (const [index, row] of body.legend.entries()) {
    const x = MARGIN + (index % plan.columns) * COLUMN;
    const y = plan.footTop + Math.floor(index / plan.columns) * LINE;
    brush.save();
    row.sign(brush, x + 7, y - 4);
    brush.restore();
    write(brush, row.name, x + 20, y, 12);
  }
  for (const [index, note] of body.notes.entries())
    write(brush, note, MARGIN, plan.notesTop + index * LINE, 11);
  write(brush, block.marking, MARGIN, plan.height - MARGIN + 6, 13, true);
}

/** The sheet as a bitmap, marking top and bottom; painted in strips, so that no panel and no canvas limits its height. */
export function sheetPng(body: SheetBody, block: TitleBlock): Promise<Blob> {
  const plan = planOf(body, block);
  const width = Math.ceil(plan.width * SCALE);
  const height = Math.ceil(plan.height * SCALE);
  const strip = (top: number, count: number): Uint8ClampedArray => {
    const brush = new OffscreenCanvas(width, count).getContext('2d', { willReadFrequently: true });
    if (brush === null) throw new Error('no canvas');
    brush.fillStyle = PAPER.back;
    brush.fillRect(0, 0, width, count);
    brush.translate(0, -top);
    brush.scale(SCALE, SCALE);
    paintWords(brush, body, block, plan);
    const upper = top / SCALE - plan.bodyTop;
    const lower = (top + count) / SCALE - plan.bodyTop;
    if (lower > 0 && upper < body.height) {
      brush.save();
      brush.translate(MARGIN, plan.bodyTop);
      brush.beginPath();
      brush.rect(0, 0, body.width, body.height);
      brush.clip();
      body.paint(brush, upper, lower);
      brush.restore();
    }
    return brush.getImageData(0, 0, width, count).data;
  };
  return pngOf(width, height, strip, STRIP);
}
