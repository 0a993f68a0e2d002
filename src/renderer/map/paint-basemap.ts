import type { Brush } from '../ui/index.ts';
import type { Basemap, Line } from './basemap.ts';
import type { MapTheme } from './theme.ts';
import { isSeen, type MapView, toPixel } from './view.ts';

/** Countries of the region: region code for the name in the screen's language, and where the name stands. */
const COUNTRIES: readonly (readonly [string, number, number])[] = [
  ['UA', 31.5, 49.2],
  ['MD', 28.5, 47.25],
  ['RO', 24.8, 45.7],
  ['PL', 19.4, 52.1],
  ['SK', 19.5, 48.7],
  ['HU', 19.3, 47],
  ['BY', 28, 53.4],
  ['RU', 38.5, 54],
  ['BG', 25, 42.7],
  ['TR', 34, 39],
  ['GE', 43.6, 42.1],
  ['EE', 25.7, 58.7],
  ['LV', 25.3, 56.9],
  ['LT', 23.9, 55.4],
  ['DE', 10.4, 51.1],
  ['CZ', 15.3, 49.8],
  ['AT', 14.3, 47.5],
  ['RS', 20.8, 44.1],
  ['AM', 44.9, 40.3],
  ['AZ', 47.6, 40.5],
  ['GR', 22, 39.5],
  ['IT', 12.6, 43],
  ['FR', 2.5, 46.6],
  ['ES', -3.6, 40],
  ['GB', -1.6, 52.8],
  ['SE', 15, 60.5],
  ['FI', 26, 62.5],
];
/** Areas not under the control of the state they belong to; the words are in the catalogue. */
export const AREAS = [
  ['map:area.transnistria', 29.55, 46.95],
  ['map:area.crimea', 34.3, 45.25],
  ['map:area.donetsk', 38, 47.9],
  ['map:area.luhansk', 39.2, 48.7],
  ['map:area.abkhazia', 41.2, 43.05],
  ['map:area.southOssetia', 44.1, 42.35],
] as const;

function trace(context: Brush, line: Line, view: MapView): void {
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let at = 0; at < line.xs.length; at += 1) {
    const x = (line.xs[at] ?? 0) * view.scale - view.left;
    const y = (line.ys[at] ?? 0) * view.scale - view.top;
    if (at > 0 && at < line.xs.length - 1 && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.8) continue;
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
}

function isOnScreen({ box }: Line, view: MapView): boolean {
  const [west, north, east, south] = box.map((value) => value * view.scale) as [
    number,
    number,
    number,
    number,
  ];
  const isWide = east > view.left && west < view.left + view.width;
  return isWide && south > view.top && north < view.top + view.height && east - west + south - north > 1;
}

function traceAll(context: Brush, lines: readonly Line[], view: MapView): void {
  context.beginPath();
  for (const line of lines) if (isOnScreen(line, view)) trace(context, line, view);
}

function paintLand(context: Brush, basemap: Basemap, view: MapView, theme: MapTheme): void {
  context.fillStyle = theme.water;
  context.fillRect(0, 0, view.width, view.height);
  context.lineJoin = 'round';
  traceAll(context, basemap.land, view);
  context.fillStyle = theme.land;
  context.fill();
  context.strokeStyle = theme.coast;
  context.lineWidth = 0.8;
  context.stroke();
  traceAll(context, basemap.borders, view);
  context.strokeStyle = theme.border;
  context.lineWidth = 1.2;
  context.stroke();
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Writes a label unless it would cover one already written. */
export class Labels {
  readonly #taken: Box[] = [];
  readonly #context: Brush;
  readonly #halo: string;
  constructor(context: Brush, halo: string) {
    this.#context = context;
    this.#halo = halo;
  }
  write(
    text: string,
    [x, y]: readonly [number, number],
    font: string,
    colour: string,
    align: CanvasTextAlign,
  ): void {
    const context = this.#context;
    context.font = font;
    const width = context.measureText(text).width;
    const left = align === 'center' ? x - width / 2 : x;
    const box: Box = [left - 3, y - 8, left + width + 3, y + 8];
    if (this.#taken.some((one) => one[0] < box[2] && one[2] > box[0] && one[1] < box[3] && one[3] > box[1]))
      return;
    this.#taken.push(box);
    context.textAlign = align;
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = this.#halo;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
}

const FAMILY = '"Noto Sans", system-ui, sans-serif';
/** The smallest city that has its name at a zoom. */
export function smallestCity(zoom: number): number {
  if (zoom < 4) return 1_500_000;
  if (zoom < 5) return 600_000;
  if (zoom < 6) return 250_000;
  return zoom < 7 ? 100_000 : 0;
}

export interface BasemapWords {
  readonly language: string;
  readonly areas: readonly string[];
  readonly crossings: boolean;
}

function paintNames(labels: Labels, view: MapView, theme: MapTheme, words: BasemapWords): void {
  const names = new Intl.DisplayNames([words.language], { type: 'region' });
  if (view.zoom < 8) {
    for (const [code, longitude, latitude] of COUNTRIES) {
      const at = toPixel(view, longitude, latitude);
      const text = (names.of(code) ?? code).toLocaleUpperCase(words.language);
      if (isSeen(view, at, 40)) labels.write(text, at, `600 12px ${FAMILY}`, theme.muted, 'center');
    }
  }
  if (view.zoom < 6) return;
  AREAS.forEach(([, longitude, latitude], index) => {
    const at = toPixel(view, longitude, latitude);
    if (isSeen(view, at, 80))
      labels.write(words.areas[index] ?? '', at, `italic 11px ${FAMILY}`, theme.muted, 'center');
  });
}

function dot(context: Brush, [x, y]: readonly [number, number], colour: string): void {
  context.beginPath();
  context.arc(x, y, 2.2, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** Land, borders, names of countries, cities and, where asked, border crossing points. */
export function paintBasemap(
  context: Brush,
  basemap: Basemap,
  view: MapView,
  theme: MapTheme,
  words: BasemapWords,
): void {
  paintLand(context, basemap, view, theme);
  const labels = new Labels(context, theme.halo);
  paintNames(labels, view, theme, words);
  for (const city of basemap.cities) {
    const at = toPixel(view, city.longitude, city.latitude);
    if (city.people < smallestCity(view.zoom) || !isSeen(view, at, 60)) continue;
    dot(context, at, theme.muted);
    labels.write(city.name, [at[0] + 6, at[1]], `12px ${FAMILY}`, theme.text, 'left');
  }
  if (words.crossings && view.zoom >= 5) {
    for (const crossing of basemap.crossings) {
      const at = toPixel(view, crossing.longitude, crossing.latitude);
      if (!isSeen(view, at, 80)) continue;
      context.fillStyle = theme.accent;
      context.fillRect(at[0] - 4, at[1] - 1.5, 8, 3);
      if (view.zoom >= 7)
        labels.write(crossing.name, [at[0] + 8, at[1]], `11px ${FAMILY}`, theme.accent, 'left');
    }
  }
}
