import { ICON_PATHS } from '../../core/model/icon-paths.ts';
import type { ChartLine, ChartNode, ChartPicture } from './elements.ts';
import type { Point } from './layout.ts';
import { edgeDistance, outline } from './outline.ts';
import { DASHES, ICON_MIDDLE, ICON_SIZE, LABEL_SIZE, LINE_LABEL_SIZE, NODE_SIZE } from './style.ts';
import type { ChartTheme } from './theme.ts';

/** The picture as marks on paper; the vector writer and the bitmap painter draw the very same list. */
export interface PathMark {
  readonly kind: 'path';
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly dash: readonly number[];
}
export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly middle: boolean;
  readonly bold: boolean;
  readonly colour: string;
  readonly halo: string | null;
}
export type Mark = PathMark | TextMark;
export interface Drawing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly marks: readonly Mark[];
}

const PLAIN = { x: 0, y: 0, scale: 1, fill: null, dash: [] } as const;

export function text(
  words: string,
  at: Point,
  size: number,
  theme: ChartTheme,
  more: Partial<TextMark> = {},
): TextMark {
  return {
    kind: 'text',
    text: words,
    x: at.x,
    y: at.y,
    size,
    middle: true,
    bold: false,
    colour: theme.text,
    halo: theme.halo,
    ...more,
  };
}

function nodeMarks(node: ChartNode, theme: ChartTheme): Mark[] {
  const size = NODE_SIZE[node.shape];
  const scale = ICON_SIZE / 24;
  const border = node.shuttered ? theme.text : node.colour;
  const iconTop = node.y + (ICON_MIDDLE[node.shape] - 0.5) * size - ICON_SIZE / 2;
  return [
    {
      kind: 'path',
      path: outline(node.shape),
      x: node.x,
      y: node.y,
      scale: 1,
      fill: node.shuttered ? theme.shutter : theme.node,
      stroke: border,
      width: node.shuttered ? 4 : 2.5,
      dash: [],
    },
    {
      kind: 'path',
      path: ICON_PATHS[node.icon] ?? '',
      x: node.x - ICON_SIZE / 2,
      y: iconTop,
      scale,
      fill: null,
      stroke: theme.text,
      width: 1.75,
      dash: [],
    },
    text(node.label, { x: node.x, y: node.y + size / 2 + 4 + LABEL_SIZE }, LABEL_SIZE, theme),
  ];
}

/** Where the middle of the line is pulled to, so that parallel lines fan out; the same for both directions. */
function bend(from: Point, to: Point, offset: number, forward: boolean): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const side = forward ? offset : -offset;
  return {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * side,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * side,
  };
}
function towards(start: Point, end: Point, distance: number): Point {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  return {
    x: start.x + ((end.x - start.x) / length) * distance,
    y: start.y + ((end.y - start.y) / length) * distance,
  };
}
const edgeAt = (node: ChartNode, other: Point): number =>
  edgeDistance(node.shape, { x: other.x - node.x, y: other.y - node.y });
const short = (value: number): string => String(Math.round(value * 10) / 10);

function arrow(tip: Point, from: Point, width: number): string {
  const size = 7 + width;
  const back = towards(tip, from, size);
  const across = { x: ((tip.y - back.y) / size) * size * 0.45, y: ((back.x - tip.x) / size) * size * 0.45 };
  return `M${short(tip.x)} ${short(tip.y)}L${short(back.x + across.x)} ${short(back.y + across.y)}L${short(back.x - across.x)} ${short(back.y - across.y)}Z`;
}

function lineMarks(
  line: ChartLine,
  from: ChartNode,
  to: ChartNode,
  offset: number,
  theme: ChartTheme,
): Mark[] {
  const pull = bend(from, to, offset * 2, line.from < line.to);
  const tip = towards(to, pull, edgeAt(to, pull) + 2);
  const start = towards(from, pull, edgeAt(from, pull));
  const base = line.directed ? towards(tip, pull, 5 + line.width) : tip;
  const path = `M${short(start.x)} ${short(start.y)}Q${short(pull.x)} ${short(pull.y)} ${short(base.x)} ${short(base.y)}`;
  const label = bend(from, to, offset, line.from < line.to);
  const colour = line.colour ?? theme.line;
  return [
    { kind: 'path', ...PLAIN, path, stroke: colour, width: line.width, dash: DASHES[line.strength] },
    ...(line.directed
      ? [
          {
            kind: 'path',
            ...PLAIN,
            path: arrow(tip, pull, line.width),
            fill: colour,
            stroke: null,
            width: 0,
          } as const,
        ]
      : []),
    text(line.label, { x: label.x, y: label.y + LINE_LABEL_SIZE / 3 }, LINE_LABEL_SIZE, theme),
  ];
}

function offsets(picture: ChartPicture): Map<string, number> {
  const pairs = new Map<string, ChartLine[]>();
  for (const line of picture.lines.values()) {
    const key = line.from < line.to ? `${line.from}|${line.to}` : `${line.to}|${line.from}`;
    pairs.set(key, [...(pairs.get(key) ?? []), line]);
  }
  const result = new Map<string, number>();
  for (const lines of pairs.values()) {
    for (const [index, line] of lines.entries()) result.set(line.id, (index - (lines.length - 1) / 2) * 24);
  }
  return result;
}

/** Every visible line and entity, lines first so that entities stand on top. */
export function pictureMarks(picture: ChartPicture, theme: ChartTheme): Mark[] {
  const offset = offsets(picture);
  const marks: Mark[] = [];
  const words: Mark[] = [];
  for (const line of picture.lines.values()) {
    const from = picture.nodes.get(line.from);
    const to = picture.nodes.get(line.to);
    if (from && to) {
      for (const mark of lineMarks(line, from, to, offset.get(line.id) ?? 0, theme)) {
        (mark.kind === 'text' ? words : marks).push(mark);
      }
    }
  }
  marks.push(...words);
  for (const node of picture.nodes.values()) marks.push(...nodeMarks(node, theme));
  return marks;
}
