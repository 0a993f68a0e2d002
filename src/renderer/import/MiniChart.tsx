import { type ReactElement, useMemo } from 'react';
import { EntitySign } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { type MiniGraph, miniGraph } from './mini-chart.ts';
import type { PreviewRow } from './preview-words.ts';

const WIDTH = 300;
const HEIGHT = 220;
const MARGIN = { x: 40, top: 16, bottom: 26 } as const;
/** More names than this would cover each other; they are read on hovering. */
const MOST_LABELS = 16;

/** What the first rows would put on a chart: enough to see whether the mapping joins the right things. */
export function MiniChart({ rows }: { readonly rows: readonly PreviewRow[] }): ReactElement | null {
  const t = useMessages();
  const graph = useMemo(() => miniGraph(rows), [rows]);
  if (graph.nodes.length === 0) return null;
  const words = t('importcentre:mini.label', { things: graph.nodes.length, lines: graph.edges.length });
  return (
    <figure className="mini-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        <Lines graph={graph} />
        <Signs graph={graph} />
      </svg>
      <figcaption className="muted">
        {words}
        {graph.hidden === 0 ? '' : ` ${t('importcentre:mini.hidden', { count: graph.hidden })}`}
      </figcaption>
    </figure>
  );
}

function spot({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return {
    x: MARGIN.x + x * (WIDTH - 2 * MARGIN.x),
    y: MARGIN.top + y * (HEIGHT - MARGIN.top - MARGIN.bottom),
  };
}

function Lines({ graph }: { readonly graph: MiniGraph }): ReactElement {
  return (
    <>
      {graph.edges.map(({ from, to, count }) => {
        const [start, end] = [graph.nodes[from], graph.nodes[to]];
        if (start === undefined || end === undefined) return null;
        const [a, b] = [spot(start), spot(end)];
        return (
          <line
            key={`${from} ${to}`}
            x1={a.x}
            y1={a.y}
            x2={b.x}
            y2={b.y}
            strokeWidth={Math.min(4, 1 + Math.log2(count))}
          />
        );
      })}
    </>
  );
}

function Signs({ graph }: { readonly graph: MiniGraph }): ReactElement {
  const t = useMessages();
  const isNamed = graph.nodes.length <= MOST_LABELS;
  return (
    <>
      {graph.nodes.map((node) => {
        const { x, y } = spot(node);
        return (
          <g key={node.key} transform={`translate(${x - 10} ${y - 10})`}>
            <title>
              {node.isShut ? t('importcentre:mini.shut') : `${t(`types:entity.${node.type}`)}: ${node.label}`}
            </title>
            <EntitySign type={node.type} shut={node.isShut} />
            {isNamed && !node.isShut ? (
              <text x={10} y={30} textAnchor="middle">
                {node.label.length > 16 ? `${node.label.slice(0, 15)}…` : node.label}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}
