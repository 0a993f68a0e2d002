import { type ReactElement, useEffect, useRef } from 'react';
import type { MapPoint } from '../../contract/events.ts';
import { drawMark, type MarkStyle } from '../timeline/index.ts';
import { useMessages } from '../workspace/index.ts';
import { markOf } from './paint-data.ts';
import { mapTheme } from './theme.ts';

function Sign({ mark }: { readonly mark: MarkStyle }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) drawMark(context, mark, [8, 8, 5], mapTheme().mark);
  }, [mark]);
  return <canvas ref={canvas} width={16} height={16} aria-hidden />;
}

/** The signs that are on the map, the meaning of a dashed track, and what was left off. */
export function MapLegend(props: {
  readonly points: readonly MapPoint[];
  readonly tracks: boolean;
}): ReactElement {
  const t = useMessages();
  const kinds = new Map(props.points.map((point) => [point.eventType, markOf(point)]));
  return (
    <div className="map-legend">
      {[...kinds].map(([type, mark]) => (
        <div key={type ?? 'place'}>
          <Sign mark={mark} /> {type === null ? t('types:entity.place') : t(`types:event.${type}`)}
        </div>
      ))}
      {props.tracks && <div className="muted">{t('map:legend.dashed')}</div>}
    </div>
  );
}
