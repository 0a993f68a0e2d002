import { ENTITY_TYPES } from '../../core/model/entity-types.ts';
import { STRENGTHS } from '../../core/model/link-types.ts';
import { call, translate, useDesk } from '../workspace/index.ts';
import type { Drawing } from './drawing.ts';
import { type ChartPicture, isDrawn, pictureOf } from './elements.ts';
import { paintPng } from './painter.ts';
import { type SheetLegend, sheetOf, type TitleBlock } from './sheet.ts';
import { say, useChart } from './state.ts';
import { svgOf } from './svg-writer.ts';
import { CHART_THEMES, type ThemeName } from './theme.ts';
import { inTurn } from './work.ts';

export interface ChartImageOptions {
  /** Who made it; the originator of the analysis file when left out. */
  readonly author?: string;
  /** Paper is light unless told. */
  readonly theme?: ThemeName;
  /** Pixels per chart unit of a PNG; 2 when left out. */
  readonly scale?: number;
}

function visiblePicture(): ChartPicture {
  return pictureOf(useDesk.getState(), useChart.getState().members, (type) =>
    translate(`types:link.${type}`),
  );
}

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

async function titleBlock(author: string | undefined): Promise<TitleBlock> {
  const { fileId, filter } = useDesk.getState();
  if (fileId === null) return { marking: '', title: useChart.getState().name, lines: [] };
  const [file, { sources }] = await Promise.all([
    call('analysisFile.get', { fileId }),
    call('source.list', { fileId }),
  ]);
  const cutOff = Math.max(file.created, ...sources.map((source) => source.received ?? 0));
  const { from, to } = filter.period;
  const open = translate('chart:sheet.open');
  const period = { from: from === null ? open : day(from), to: to === null ? open : day(to) };
  return {
    marking: `${translate(`evidence:level.${file.marking.level}`)} · ${file.marking.handling.join(' ')}`,
    title: `${file.reference} · ${file.title} · ${useChart.getState().name}`,
    lines: [
      translate('chart:sheet.author', { author: author ?? file.originator, date: day(Date.now()) }),
      translate('chart:sheet.cutOff', { date: day(cutOff) }),
      ...(from === null && to === null ? [] : [translate('chart:sheet.period', period)]),
    ],
  };
}

/** Types that are on the sheet, and the three line styles. */
export function sheetLegend(): SheetLegend {
  const desk = useDesk.getState();
  const used = new Set(
    [...desk.entities.values()].filter((entity) => isDrawn(desk, entity)).map((entity) => entity.type),
  );
  return {
    types: [...used].map((type) => ({
      type,
      name: translate(`types:entity.${type}`),
      shape: ENTITY_TYPES[type].shape,
      colour: ENTITY_TYPES[type].colour,
    })),
    strengths: STRENGTHS.map((strength) => ({ strength, name: translate(`types:strength.${strength}`) })),
  };
}

async function sheet(options: ChartImageOptions): Promise<Drawing> {
  const theme = CHART_THEMES[options.theme ?? 'light'];
  return sheetOf(visiblePicture(), await titleBlock(options.author), sheetLegend(), theme);
}

/** The open chart as a vector image: exactly what is visible, with title block and legend. */
export async function chartSvg(options: ChartImageOptions = {}): Promise<string> {
  return svgOf(await sheet(options));
}
/** The same as a bitmap of any size. */
export async function chartPng(options: ChartImageOptions = {}): Promise<Blob> {
  return paintPng(await sheet(options), options.scale ?? 2);
}

function download(content: Blob, ending: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `${useChart.getState().name.replace(/[\\/:*?"<>|]/g, '_') || 'chart'}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(translate('chart:export.done', { name: link.download }));
}
export function exportPng(): Promise<void> {
  return inTurn(async () => download(await chartPng(), 'png'));
}
export function exportSvg(): Promise<void> {
  return inTurn(async () => download(new Blob([await chartSvg()], { type: 'image/svg+xml' }), 'svg'));
}
