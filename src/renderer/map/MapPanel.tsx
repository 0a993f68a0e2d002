import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { Empty, formatInstant, useSelectionMenu } from '../ui/index.ts';
import {
  language,
  registerCommands,
  translate,
  useDesk,
  useMessages,
  useSelection,
} from '../workspace/index.ts';
import './map.css';
import { type Basemap, loadBasemap } from './basemap.ts';
import { mapCommands } from './commands.ts';
import { useMapData } from './data.ts';
import { type Hover, type MapHandle, startMap } from './leaflet-map.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import { AREAS } from './paint-basemap.ts';
import { useMapChoices } from './state.ts';

function HoverCard({ hover }: { readonly hover: Hover | null }): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  if (hover === null) return null;
  const { hit } = hover;
  const point = hit?.point ?? null;
  return (
    <>
      <div className="map-position">{`${hover.latitude.toFixed(5)}, ${hover.longitude.toFixed(5)}`}</div>
      {hit !== null && (
        <div className="map-tip" style={{ left: hover.x + 12, top: hover.y + 12 }}>
          {point === null ? (
            t('map:tip.cluster', { count: hit.count })
          ) : (
            <>
              <strong>{point.label}</strong>
              <div>
                {point.eventType === null ? t('types:entity.place') : t(`types:event.${point.eventType}`)}
              </div>
              {point.start !== null && <div>{formatInstant(point.start, zone, language())}</div>}
            </>
          )}
        </div>
      )}
    </>
  );
}

/** The map of the open analysis file: its places, events and tracks over the bundled base map. */
export function MapPanel(): ReactElement {
  const t = useMessages();
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const handle = useRef<MapHandle | null>(null);
  const [basemap, setBasemap] = useState<Basemap | null>(null);
  const [problem, setProblem] = useState('');
  const [hover, setHover] = useState<Hover | null>(null);
  const fileId = useDesk((desk) => desk.fileId);
  const { entityIds, eventIds } = useSelection();
  const choices = useMapChoices();
  const data = useMapData();
  const { points, tracks } = data;
  const lang = language();
  const { menu, open } = useSelectionMenu();
  const openMenu = useRef(open);
  openMenu.current = open;
  useEffect(() => registerCommands(mapCommands), []);
  useEffect(() => {
    loadBasemap().then(setBasemap, (caught: unknown) => setProblem(String(caught)));
    if (host.current === null || canvas.current === null) return;
    const map = startMap(host.current, canvas.current, setHover, (event) => openMenu.current(event));
    handle.current = map;
    return () => map.dispose();
  }, []);
  const words = useMemo(
    () => ({ language: lang, areas: AREAS.map(([key]) => translate(key)), crossings: choices.crossings }),
    [lang, choices.crossings],
  );
  useEffect(() => {
    const [events, entities] = [new Set(eventIds), new Set(entityIds)];
    handle.current?.show({ basemap, points, tracks, crowd: choices.crowd, words, events, entities });
  }, [basemap, points, tracks, choices.crowd, words, eventIds, entityIds]);
  const filled = data.points.length > 0;
  const whole = useDesk((desk) => desk.entities.size === 0);
  const toFit = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, or the first entity on the chart, moves the map
  useEffect(() => {
    toFit.current = true;
  }, [fileId, whole]);
  useEffect(() => {
    if (!toFit.current || points.length === 0) return;
    toFit.current = false;
    handle.current?.fit();
  }, [points]);
  return (
    <div className="map-panel">
      <MapToolbar />
      <section className="map-area" aria-label={t('map:canvas', { count: data.points.length })}>
        <canvas ref={canvas} className="map-canvas" />
        <div ref={host} className="map-host" />
        {!filled && (
          <div className="map-empty">
            <Empty title={t('map:empty.title')}>
              <p>{t('map:empty.how')}</p>
            </Empty>
          </div>
        )}
        {filled && choices.legend && <MapLegend points={data.points} tracks={data.tracks.length > 0} />}
        <HoverCard hover={hover} />
        <div className="map-attribution" title={t('map:attribution')}>
          {t('map:attribution')}
        </div>
        {data.total > data.points.length && (
          <div className="map-notice">
            {t('map:leftOff', { shown: data.points.length, total: data.total })}
          </div>
        )}
        {(problem !== '' || data.error !== '') && (
          <div className="map-notice error" role="alert">
            {problem || data.error}
          </div>
        )}
      </section>
      {menu}
    </div>
  );
}
