import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Empty, formatInstant } from '../ui/index.ts';
import {
  language,
  registerCommands,
  select,
  useDesk,
  useMessages,
  useSelection,
} from '../workspace/index.ts';
import './timeline.css';
import { setPeriod, timelineCommands } from './commands.ts';
import { useTimelineData } from './data.ts';
import { saveEvents, savePicture } from './export.ts';
import { LANE_HEIGHT, lanesInView } from './lanes.ts';
import { AXIS, eventAt, HISTOGRAM, LABELS, type Picture, paintTimeline } from './paint.ts';
import { instantAt, padded, pan, periodFromBrush, type TimeRange, zoomAt } from './range.ts';
import { setShownTimeline } from './state.ts';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { zoneTicks } from './ticks.ts';

type Hit = NonNullable<ReturnType<typeof eventAt>>;
interface Drag {
  readonly kind: 'brush' | 'pan';
  readonly x: number;
  readonly range: TimeRange;
  readonly moved: boolean;
}

function Tip({
  hit,
  x,
  y,
}: {
  readonly hit: Hit;
  readonly x: number;
  readonly y: number;
}): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { event } = hit;
  if (event === null || event.start === null) return null;
  const grade = `${event.grade.source}${event.grade.information}`;
  return (
    <div className="timeline-tip" style={{ left: x + 12, top: y + 12 }}>
      <strong>{t(`types:event.${event.type}`)}</strong>
      <div>{[event.fromLabel, event.toLabel].filter((one) => one !== null).join(' → ')}</div>
      <div>{formatInstant(event.start, zone, language())}</div>
      <div className="muted">{t('timeline:tip.original', { text: event.startText, zone: event.zone })}</div>
      <div className="muted">
        {t('timeline:tip.source', { reference: event.sourceReference, row: event.sourceRow ?? '–', grade })}
      </div>
    </div>
  );
}

/** Histogram with the shared period as brush, and a lane for each entity of the working set. */
export function TimelinePanel(): ReactElement {
  const t = useMessages();
  const area = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<Drag | null>(null);
  const [size, setSize] = useState({ width: 600, height: 200 });
  const [chosenRange, setRange] = useState<TimeRange | null>(null);
  const [scrolled, setScrolled] = useState(0);
  const [brush, setBrush] = useState<TimeRange | null>(null);
  const [tip, setTip] = useState<{ hit: Hit; x: number; y: number } | null>(null);
  const [theme, setTheme] = useState(0);
  const { fileId, entities, filter, timeZone } = useDesk();
  const { eventIds, entityIds } = useSelection();
  const { first, count } = lanesInView(scrolled, size.height - HISTOGRAM - AXIS, entities.size);
  const [known, setKnown] = useState<TimeRange | null>(null);
  const range = chosenRange ?? known;
  const data = useTimelineData(range, first, count);
  const span = data.extent === null ? null : padded(data.extent.from, data.extent.to);
  if (span?.from !== known?.from || span?.to !== known?.to) setKnown(span);
  const plot = Math.max(1, size.width - LABELS);
  const lang = language();
  const picture = useMemo<Picture | null>(() => {
    if (range === null) return null;
    return {
      ...size,
      range,
      fetched: data.fetched ?? range,
      histogram: data.histogram,
      scaleWords: (count) => [t('timeline:histogram.most', { count }), t('timeline:histogram.scale')],
      lanes: data.lanes,
      offset: scrolled - first * LANE_HEIGHT,
      ticks: zoneTicks(range, timeZone, plot, lang),
      period: brush ?? filter.period,
      selectedEvents: new Set(eventIds),
      selectedEntities: new Set(entityIds),
    };
  }, [
    size,
    range,
    data.fetched,
    data.histogram,
    data.lanes,
    scrolled,
    first,
    timeZone,
    plot,
    lang,
    t,
    brush,
    filter.period,
    eventIds,
    entityIds,
  ]);
  useEffect(() => registerCommands(timelineCommands), []);
  useEffect(() => {
    if (fileId !== null) setRange(null);
  }, [fileId]);
  useEffect(() => {
    if (theme >= 0 && picture !== null && canvas.current)
      paintTimeline(canvas.current, picture, devicePixelRatio);
  }, [picture, theme]);
  useEffect(() => {
    const host = area.current;
    if (host === null) return;
    const sizes = new ResizeObserver(() => setSize({ width: host.clientWidth, height: host.clientHeight }));
    sizes.observe(host);
    const themes = new MutationObserver(() => setTheme((count) => count + 1));
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
    };
  }, []);
  useEffect(() => {
    setShownTimeline({
      fit: () => setRange(null),
      zoomBy: (factor) => range !== null && setRange(zoomAt(range, (range.from + range.to) / 2, factor)),
      exportPng: () => picture !== null && void savePicture(picture),
      exportCsv: () => range !== null && void saveEvents(range),
    });
    return () => setShownTimeline(null);
  }, [picture, range]);
  useEffect(() => {
    const host = area.current;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = host?.getBoundingClientRect();
      if (range === null || box === undefined) return;
      const x = event.clientX - box.left - LABELS;
      if (x < 0 || event.shiftKey) {
        const most = Math.max(0, entities.size * LANE_HEIGHT - (size.height - HISTOGRAM - AXIS));
        setScrolled((now) => Math.min(most, Math.max(0, now + (event.deltaY || event.deltaX))));
      } else setRange(zoomAt(range, instantAt(range, plot, x), 1.0015 ** event.deltaY));
    };
    host?.addEventListener('wheel', wheel, { passive: false });
    return () => host?.removeEventListener('wheel', wheel);
  }, [range, plot, entities, size.height]);
  const at = (event: PointerEvent): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const down = (event: PointerEvent): void => {
    if (range === null || event.button !== 0) return;
    const [x, y] = at(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { kind: y < HISTOGRAM ? 'brush' : 'pan', x, range, moved: false };
  };
  const move = (event: PointerEvent): void => {
    const [x, y] = at(event);
    const now = drag.current;
    if (now === null) {
      const hit = picture === null ? null : eventAt(picture, x, y);
      setTip(hit === null ? null : { hit, x, y });
      return;
    }
    drag.current = { ...now, moved: now.moved || Math.abs(x - now.x) > 3 };
    if (now.kind === 'brush') setBrush(periodFromBrush(now.range, plot, now.x - LABELS, x - LABELS));
    else if (drag.current.moved) setRange(pan(now.range, x - now.x, plot));
  };
  const up = (event: PointerEvent): void => {
    const now = drag.current;
    drag.current = null;
    if (now === null) return;
    const [x, y] = at(event);
    if (now.kind === 'brush') {
      setPeriod(periodFromBrush(now.range, plot, now.x - LABELS, x - LABELS));
      setBrush(null);
    } else if (!now.moved && picture !== null) {
      const hit = eventAt(picture, x, y);
      select(
        hit === null
          ? {}
          : { entityIds: [hit.lane.entityId], eventIds: hit.event === null ? [] : [hit.event.id] },
      );
    }
  };
  const keys = (event: KeyboardEvent): void => {
    if (range === null) return;
    const middle = (range.from + range.to) / 2;
    if (event.key === 'Escape') setPeriod(null);
    else if (event.key === '+' || event.key === '=') setRange(zoomAt(range, middle, 0.5));
    else if (event.key === '-') setRange(zoomAt(range, middle, 2));
    else if (event.key === 'ArrowLeft') setRange(pan(range, plot / 10, plot));
    else if (event.key === 'ArrowRight') setRange(pan(range, -plot / 10, plot));
  };
  return (
    <div className="timeline-panel">
      <TimelineToolbar undated={data.undated} />
      <section
        ref={area}
        className="timeline-area"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys of the timeline
        tabIndex={0}
        aria-label={t('timeline:canvas')}
        onKeyDown={keys}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerLeave={() => setTip(null)}
      >
        <canvas ref={canvas} hidden={picture === null} />
        {picture === null && (
          <Empty title={t('timeline:empty.title')}>
            <p>{t('timeline:empty.how')}</p>
          </Empty>
        )}
        {picture !== null && entities.size === 0 && (
          <p className="timeline-hint muted">{t('timeline:lanes')}</p>
        )}
        {data.error !== '' && <p role="alert">{data.error}</p>}
        {tip !== null && <Tip {...tip} />}
      </section>
    </div>
  );
}
