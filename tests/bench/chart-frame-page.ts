import cytoscape, { type Core } from 'cytoscape';
import type { ChartLine, ChartNode, ChartPicture } from '../../src/renderer/chart/elements.ts';
import { ChartView } from '../../src/renderer/chart/view.ts';

/** The page of the chart bench: the same data in our canvas and in bare cytoscape, panned frame by frame. */
const TYPES = [
  { shape: 'circle', colour: '#0072B2', icon: 'user' },
  { shape: 'box', colour: '#009E73', icon: 'building' },
  { shape: 'diamond', colour: '#B59B00', icon: 'map-pin' },
  { shape: 'triangle', colour: '#E69F00', icon: 'building-bank' },
] as const;

function picture(nodes: number, lines: number): ChartPicture {
  const side = Math.ceil(Math.sqrt(nodes));
  const list: ChartNode[] = Array.from({ length: nodes }, (_, index) => ({
    id: `n${index}`,
    label: `+373 00 ${String(index).padStart(6, '0')}`,
    ...(TYPES[index % TYPES.length] ?? TYPES[0]),
    x: (index % side) * 140,
    y: Math.floor(index / side) * 90,
    pinned: false,
    shuttered: false,
  }));
  const joined: ChartLine[] = Array.from({ length: lines }, (_, index) => {
    const from = (index * 7919) % nodes;
    const to = (from + 1 + ((index * 104729) % (nodes - 1))) % nodes;
    return {
      id: `l${index}`,
      from: `n${from}`,
      to: `n${to}`,
      label: `called ${index % 90}×`,
      directed: true,
      strength: (['confirmed', 'unconfirmed', 'tentative'] as const)[index % 3] ?? 'confirmed',
      width: 1.5,
      parallel: false,
      colour: null,
    };
  });
  return {
    nodes: new Map(list.map((one) => [one.id, one])),
    lines: new Map(joined.map((one) => [one.id, one])),
  };
}

function area(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position:absolute;inset:0';
  document.body.replaceChildren(element);
  return element;
}
interface Step {
  readonly x: number;
  readonly y: number;
}
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

const drawn = (cy: Core): Promise<unknown> => new Promise((resolve) => cy.one('render', resolve));

/** Median milliseconds of one step of panning, from the hand to the frame after it was drawn. */
async function panned(cy: Core, pan: (by: Step) => void, zoom: number | null): Promise<number> {
  cy.fit(undefined, 40);
  if (zoom !== null) cy.zoom({ level: zoom, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  for (let step = 0; step < 20; step++) await frame();
  const times: number[] = [];
  for (let step = 0; step < 60; step++) {
    const before = performance.now();
    const rendered = drawn(cy);
    pan({ x: step % 20 < 10 ? 9 : -9, y: step % 20 < 10 ? 5 : -5 });
    await rendered;
    await frame();
    times.push(performance.now() - before);
  }
  return times.sort((one, other) => one - other)[30] ?? 0;
}

function bare(data: ChartPicture): Core {
  const nodes = [...data.nodes.values()].map(({ id, x, y }) => ({
    group: 'nodes' as const,
    data: { id },
    position: { x, y },
  }));
  const lines = [...data.lines.values()].map(({ id, from, to }) => ({
    group: 'edges' as const,
    data: { id, source: from, target: to },
  }));
  return cytoscape({ container: area(), elements: [...nodes, ...lines], layout: { name: 'preset' } });
}

async function measure(nodes: number, lines: number) {
  const data = picture(nodes, lines);
  const plain = bare(data);
  const plainPan = (by: Step): unknown => plain.panBy(by);
  const base = { whole: await panned(plain, plainPan, null), near: await panned(plain, plainPan, 1) };
  plain.destroy();
  const silent = (): void => undefined;
  const started = performance.now();
  const view = new ChartView(area(), { moved: silent, hovered: silent, covered: () => 0 });
  view.draw(data);
  await frame();
  const firstPicture = performance.now() - started;
  const pan = (by: Step): void => view.panBy(by);
  const ours = { whole: await panned(view.cy, pan, null), near: await panned(view.cy, pan, 1) };
  view.destroy();
  return {
    nodes,
    lines,
    base,
    ours,
    firstPicture,
    ratio: { whole: ours.whole / base.whole, near: ours.near / base.near },
  };
}
Object.assign(globalThis, { measure });
