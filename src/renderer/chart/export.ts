import { ENTITY_TYPES } from '../../core/model/entity-types.ts';
import { STRENGTHS } from '../../core/model/link-types.ts';
import { saveFile } from '../ui/index.ts';
import { titleBlock, translate, useDesk } from '../workspace/index.ts';
import type { Drawing } from './drawing.ts';
import { type ChartPicture, isDrawn, pictureOf } from './elements.ts';
import { paintPng } from './painter.ts';
import { type SheetLegend, sheetOf } from './sheet.ts';
import { useChart } from './state.ts';
import { svgOf } from './svg-writer.ts';
import { CHART_THEMES, type ThemeName } from './theme.ts';

export interface ChartImageOptions {
  /** Who made it; the originator of the analysis file when left out. */
  readonly author?: string;
  /** Paper is light unless told. */
  readonly theme?: ThemeName;
  /** Pixels per chart unit of a PNG; 2 when left out. */
  readonly scale?: number;
}

function visiblePicture(): ChartPicture {
  const { members, paint } = useChart.getState();
  return pictureOf(useDesk.getState(), members, (type) => translate(`types:link.${type}`), paint);
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
      icon: ENTITY_TYPES[type].icon,
    })),
    evidence: (useChart.getState().paint?.legend ?? []).map(({ words, colour }) => ({ name: words, colour })),
    strengths: STRENGTHS.map((strength) => ({ strength, name: translate(`types:strength.${strength}`) })),
  };
}

async function sheet(options: ChartImageOptions): Promise<Drawing> {
  const theme = CHART_THEMES[options.theme ?? 'light'];
  return sheetOf(
    visiblePicture(),
    await titleBlock(useChart.getState().name, options.author),
    sheetLegend(),
    theme,
  );
}

/** The open chart as a vector image: exactly what is visible, with title block and legend. */
export async function chartSvg(options: ChartImageOptions = {}): Promise<string> {
  return svgOf(await sheet(options));
}
/** The same as a bitmap of any size. */
export async function chartPng(options: ChartImageOptions = {}): Promise<Blob> {
  return paintPng(await sheet(options), options.scale ?? 2);
}

function save(ending: string, draw: () => Promise<Blob>): Promise<void> {
  return saveFile({
    name: `${useChart.getState().name || translate('chart:firstName')}.${ending}`,
    kind: 'picture',
    async content() {
      const { nodes, lines } = visiblePicture();
      return { bytes: await draw(), counts: { entities: nodes.size, links: lines.size } };
    },
  });
}
export function exportPng(): Promise<void> {
  return save('png', () => chartPng());
}
export function exportSvg(): Promise<void> {
  return save('svg', async () => new Blob([await chartSvg()], { type: 'image/svg+xml' }));
}
