import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Desk, evidenceOf, type Translate, useDesk, useSelection } from '../workspace/index.ts';
import { setShownView } from './canvas.ts';
import { openNewest, reloadChart, reloadData } from './data.ts';
import { pictureOf } from './elements.ts';
import { listenToHand } from './gestures.ts';
import { moveMembers } from './placing.ts';
import { openMenu, useChart } from './state.ts';
import { onThemeChanged } from './theme.ts';
import { usePaint } from './use-paint.ts';
import { ChartView } from './view.ts';
import { inTurn } from './work.ts';

/** The legend's box with its distance from the edge, px (chart.css). */
const LEGEND_WIDTH = 146;

/** What the engine narrows by, in one text: lines are counted anew when it changes. */
function narrowingOf({ filter }: Desk): string {
  return JSON.stringify([filter.period, evidenceOf(filter)]);
}

/** Opens the file's chart with the file, follows the period of the timeline and the file's data. */
export function useChartData(): void {
  const { fileId, chartId, dataRevision } = useDesk();
  const narrowing = useDesk(narrowingOf);
  const shown = useRef(narrowing);
  useEffect(() => {
    if (fileId !== null && useDesk.getState().chartId === null) {
      void inTurn(async () => {
        await openNewest();
      });
    }
  }, [fileId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is the trigger
  useEffect(() => {
    if (chartId !== null) void inTurn(reloadChart);
  }, [dataRevision]);
  useEffect(() => {
    const known = shown.current === narrowing;
    shown.current = narrowing;
    if (known || useDesk.getState().chartId === null) return undefined;
    const wait = setTimeout(() => void inTurn(reloadData), 150);
    return () => clearTimeout(wait);
  }, [narrowing]);
}

function createView(area: HTMLElement, container: HTMLElement, hovered: (id: string | null) => void) {
  const view = new ChartView(container, {
    moved: (places) => void inTurn(() => moveMembers(places)),
    hovered,
    covered: () => (useChart.getState().legendOpen ? LEGEND_WIDTH : 0),
  });
  const stopHand = listenToHand(area, view, (at) => {
    const id = view.hoveredId;
    if (id !== null && !view.cy.getElementById(id).selected()) {
      view.cy.elements(':selected').unselect();
      view.cy.getElementById(id).select();
    }
    setTimeout(() => openMenu(at), 0);
  });
  const stopTheme = onThemeChanged(() => view.restyle());
  const stopSelection = useSelection.subscribe(() => view.showSelection());
  const size = new ResizeObserver(() => view.resized());
  size.observe(container);
  setShownView(view);
  return {
    view,
    close: (): void => {
      for (const stop of [stopHand, stopTheme, stopSelection]) stop();
      size.disconnect();
      setShownView(null);
      view.destroy();
    },
  };
}

/** Joins the canvas to the desk; answers what the pointer rests on. */
export function useChartView(
  area: RefObject<HTMLElement | null>,
  container: RefObject<HTMLElement | null>,
  t: Translate,
): string | null {
  const view = useRef<ChartView | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const { entities, links, filter, hidden, unstated } = useDesk();
  usePaint();
  const paint = useChart((state) => state.paint);
  const members = useChart((state) => state.members);
  useEffect(() => {
    if (area.current === null || container.current === null) return undefined;
    const made = createView(area.current, container.current, setHovered);
    view.current = made.view;
    return () => {
      view.current = null;
      made.close();
    };
  }, [area, container]);
  useEffect(() => {
    view.current?.draw(
      pictureOf(
        { entities, links, filter, hidden, unstated },
        members,
        (type) => t(`types:link.${type}`),
        paint,
      ),
    );
  }, [entities, links, filter, hidden, unstated, members, t, paint]);
  return hovered;
}
