import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Empty, useSelectionMenu } from '../ui/index.ts';
import { registerCommands, useDesk, useMessages } from '../workspace/index.ts';
import './timeline.css';
import { timelineCommands } from './commands.ts';
import { saveCsv, savePng } from './export.ts';
import { LANE_HEIGHT } from './lanes.ts';
import { AXIS, HISTOGRAM, paintTimeline } from './paint.ts';
import { type TimeRange, zoomAt } from './range.ts';
import { setShownTimeline } from './state.ts';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { Tip } from './Tip.tsx';
import { useArea } from './use-area.ts';
import { useHand } from './use-hand.ts';
import { usePicture } from './use-picture.ts';

/** Histogram with the shared period as brush, and a lane for each entity of the working set. */
export function TimelinePanel(): ReactElement {
  const t = useMessages();
  const area = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { size, theme } = useArea(area);
  const [chosen, setRange] = useState<TimeRange | null>(null);
  const [scrolled, setScrolled] = useState(0);
  const [brush, setBrush] = useState<TimeRange | null>(null);
  const { fileId, entities } = useDesk();
  const { picture, range, plot, laneCount, undated, error } = usePicture(
    { range: chosen, scrolled, brush },
    size,
  );
  const scrollBy = (pixels: number): void => {
    const most = Math.max(0, laneCount * LANE_HEIGHT - (size.height - HISTOGRAM - AXIS));
    setScrolled((now) => Math.min(most, Math.max(0, now + pixels)));
  };
  const { menu, open } = useSelectionMenu();
  const { tip, chooseAt, handlers } = useHand(area, { picture, range, plot, setRange, setBrush, scrollBy });
  useEffect(() => registerCommands(timelineCommands), []);
  useEffect(() => {
    if (fileId !== null) setRange(null);
  }, [fileId]);
  useEffect(() => {
    if (theme >= 0 && picture !== null && canvas.current)
      paintTimeline(canvas.current, picture, devicePixelRatio);
  }, [picture, theme]);
  useEffect(() => {
    setShownTimeline({
      fit: () => setRange(null),
      zoomBy: (factor) => range !== null && setRange(zoomAt(range, (range.from + range.to) / 2, factor)),
      exportPng: () => (picture === null ? undefined : savePng(picture)),
      exportCsv: () => (range === null ? undefined : saveCsv(range)),
    });
    return () => setShownTimeline(null);
  }, [picture, range]);
  return (
    <div className="timeline-panel">
      <TimelineToolbar undated={undated} />
      <section
        ref={area}
        className="timeline-area"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys of the timeline
        tabIndex={0}
        aria-label={t('timeline:canvas')}
        {...handlers}
        onContextMenu={(event) => {
          chooseAt(event);
          open(event);
        }}
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
        {error !== '' && <p role="alert">{error}</p>}
        {tip !== null && <Tip {...tip} />}
      </section>
      {menu}
    </div>
  );
}
