import type { StylesheetJson } from 'cytoscape';
import { SHAPES, type Shape } from '../../core/model/entity-types.ts';
import { iconImage } from './icons.ts';
import type { ChartTheme } from './theme.ts';

export const NODE_SIZE: Readonly<Record<Shape, number>> = {
  circle: 40,
  box: 40,
  diamond: 50,
  hexagon: 46,
  triangle: 52,
};
const CANVAS_SHAPES: Readonly<Record<Shape, string>> = {
  circle: 'ellipse',
  box: 'rectangle',
  diamond: 'diamond',
  hexagon: 'hexagon',
  triangle: 'triangle',
};
/** Height of the icon's middle inside the shape; a triangle is wide at the bottom. */
export const ICON_MIDDLE: Readonly<Record<Shape, number>> = {
  circle: 0.5,
  box: 0.5,
  diamond: 0.5,
  hexagon: 0.5,
  triangle: 0.68,
};
export const ICON_SIZE = 22;
export const LABEL_SIZE = 12;
export const LINE_LABEL_SIZE = 10;
export const FONT = 'Noto Sans, sans-serif';
/** Dash pattern by strength, chart units; empty = solid. The convention of domain facts §4.2. */
export const DASHES = { confirmed: [], unconfirmed: [8, 5], tentative: [1.5, 4] } as const;

/** Width of a label before it is cut, in heights of its letters: a number of 14 digits or a name of two words. */
const LABEL_EMS = 11;
const LABEL_READABLE = 8;
/** Above this many lines a chart is crowded: words on lines wait until one zooms in. */
export const CROWDED = 800;
const CROWDED_LINE_LABEL_READABLE = 12;

function nodeStyles(theme: ChartTheme, labelSize: number): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        'background-color': theme.node,
        'border-width': 2.5,
        'border-color': 'data(colour)',
        'background-image': 'data(image)',
        'background-width': ICON_SIZE,
        'background-height': ICON_SIZE,
        'background-clip': 'none',
        label: 'data(label)',
        color: theme.text,
        'font-family': FONT,
        'font-size': labelSize,
        'min-zoomed-font-size': LABEL_READABLE,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'ellipsis',
        'text-max-width': `${Math.round(labelSize * LABEL_EMS)}px`,
        'text-outline-color': theme.halo,
        'text-outline-width': 2,
        'overlay-opacity': 0,
      },
    },
    ...SHAPES.map((shape) => ({
      selector: `node[shape = "${shape}"]`,
      style: {
        shape: CANVAS_SHAPES[shape],
        width: NODE_SIZE[shape],
        height: NODE_SIZE[shape],
        'background-position-y': `${ICON_MIDDLE[shape] * 100}%`,
      },
    })),
    {
      selector: 'node[?shuttered]',
      style: {
        'background-color': theme.shutter,
        'border-color': theme.text,
        'border-style': 'double',
        'border-width': 4,
      },
    },
    {
      selector: 'node[?pinned]',
      style: {
        'background-image': (node: { data(key: string): string }) => [
          node.data('image'),
          iconImage('pin', theme.text),
        ],
        'background-width': [ICON_SIZE, 14],
        'background-height': [ICON_SIZE, 14],
        'background-clip': ['none', 'none'],
        'bounds-expansion': 12,
        'background-position-x': ['50%', '135%'],
        'background-position-y': (node: { data(key: string): Shape }) => [
          `${ICON_MIDDLE[node.data('shape')] * 100}%`,
          '-20%',
        ],
      },
    },
  ] as unknown as StylesheetJson;
}

function lineStyles(theme: ChartTheme, crowded: boolean): StylesheetJson {
  return [
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': theme.line,
        'target-arrow-color': theme.line,
        'curve-style': 'straight',
        label: 'data(label)',
        color: theme.text,
        'font-family': FONT,
        'font-size': LINE_LABEL_SIZE,
        'min-zoomed-font-size': crowded ? CROWDED_LINE_LABEL_READABLE : LABEL_READABLE,
        'text-outline-color': theme.halo,
        'text-outline-width': 2,
        'overlay-opacity': 0,
        'arrow-scale': 0.9,
      },
    },
    {
      selector: 'edge[colour]',
      style: { 'line-color': 'data(colour)', 'target-arrow-color': 'data(colour)' },
    },
    { selector: 'edge[?parallel]', style: { 'curve-style': 'bezier', 'control-point-step-size': 36 } },
    { selector: 'edge[?directed]', style: { 'target-arrow-shape': 'triangle' } },
    {
      selector: 'edge[strength = "unconfirmed"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [...DASHES.unconfirmed] },
    },
    {
      selector: 'edge[strength = "tentative"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [...DASHES.tentative], 'line-cap': 'round' },
    },
  ] as unknown as StylesheetJson;
}

function stateStyles(theme: ChartTheme): StylesheetJson {
  return [
    { selector: '.dimmed', style: { opacity: 0.3 } },
    {
      selector: 'node.marked',
      style: {
        'underlay-color': theme.mark,
        'underlay-opacity': 0.55,
        'underlay-padding': 8,
        'underlay-shape': 'ellipse',
        'font-weight': 'bold',
      },
    },
    {
      selector: 'edge.marked',
      style: { 'line-color': theme.mark, 'target-arrow-color': theme.mark, 'z-index': 5 },
    },
    {
      selector: 'node:selected',
      style: {
        'border-color': theme.accent,
        'border-width': 5,
        'underlay-color': theme.accent,
        'underlay-opacity': 0.25,
        'underlay-padding': 7,
        'underlay-shape': 'ellipse',
        'font-weight': 'bold',
        'z-index': 9,
      },
    },
    {
      selector: 'edge:selected',
      style: {
        'line-color': theme.accent,
        'target-arrow-color': theme.accent,
        'underlay-color': theme.accent,
        'underlay-opacity': 0.25,
        'underlay-padding': 4,
        'z-index': 9,
      },
    },
  ] as unknown as StylesheetJson;
}

/** The whole stylesheet of the canvas for one theme; crowded charts show fewer words. `labelSize` in chart units. */
export function chartStyle(theme: ChartTheme, crowded: boolean, labelSize = LABEL_SIZE): StylesheetJson {
  return [
    ...(nodeStyles(theme, labelSize) as object[]),
    ...(lineStyles(theme, crowded) as object[]),
    ...(stateStyles(theme) as object[]),
  ] as StylesheetJson;
}
