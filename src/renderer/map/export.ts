import { drawMark } from '../timeline/index.ts';
import { type Brush, saveFile, sheetPng } from '../ui/index.ts';
import { titleBlock, translate } from '../workspace/index.ts';
import { markOf } from './paint-data.ts';
import { paintScene, type Scene } from './scene.ts';
import { PAPER_THEME } from './theme.ts';
import type { MapView } from './view.ts';

/** The section of the map that is on the screen as a sheet, with its marking, its legend and where the map comes from. */
export function savePng(scene: Scene, view: MapView): Promise<void> {
  const name = translate('common:panel.map');
  return saveFile({
    name: `${name}.png`,
    kind: 'picture',
    async content() {
      const kinds = new Map(scene.points.map((point) => [point.eventType, markOf(point)]));
      const body = {
        width: view.width,
        height: view.height,
        paint: (brush: Brush) => paintScene(brush, scene, view, PAPER_THEME),
        legend: [...kinds].map(([type, mark]) => ({
          name: translate(type === null ? 'types:entity.place' : `types:event.${type}`),
          sign: (brush: Brush, x: number, y: number) => drawMark(brush, mark, [x, y, 5], PAPER_THEME.mark),
        })),
        notes: [
          ...(scene.tracks.length > 0 ? [translate('map:legend.dashed')] : []),
          translate('map:attribution'),
        ],
      };
      const bytes = await sheetPng(body, await titleBlock(name));
      return { bytes, counts: { points: scene.points.length, tracks: scene.tracks.length } };
    },
  });
}
