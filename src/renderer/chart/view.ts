import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import { highlight, select, useSelection } from '../workspace/index.ts';
import {
  type ChartLine,
  type ChartNode,
  type ChartPicture,
  EMPTY_PICTURE,
  pictureChange,
} from './elements.ts';
import { iconImage } from './icons.ts';
import type { Point } from './layout.ts';
import { watchLettering } from './lettering.ts';
import { Motion } from './motion.ts';
import { CROWDED, chartStyle, LABEL_SIZE } from './style.ts';
import { CHART_THEMES, themeName } from './theme.ts';

export interface ChartViewEvents {
  moved(places: ReadonlyMap<string, Point>): void;
  /** The pointer rests on an entity or a line, or on neither. */
  hovered(id: string | null): void;
  /** How much of the canvas the open legend covers at the left, px. */
  covered(): number;
}

const MARGIN = 28;
/** Two entities alone are not blown up. */
const NEAREST_FIT = 1.4;

/** The canvas: draws a picture by its differences and tells what the person did. Owns the only cytoscape. */
export class ChartView {
  readonly cy: Core;
  readonly #motion: Motion;
  readonly #container: HTMLElement;
  #size: Point | null = null;
  #fitLater = false;
  #picture: ChartPicture = EMPTY_PICTURE;
  #labelSize = LABEL_SIZE;
  readonly #covered: () => number;
  #quiet = false;
  #reported = false;
  hoveredId: string | null = null;

  constructor(container: HTMLElement, events: ChartViewEvents) {
    this.#container = container;
    this.#covered = events.covered;
    this.cy = cytoscape({
      container,
      style: chartStyle(CHART_THEMES[themeName()], false),
      boxSelectionEnabled: true,
      userPanningEnabled: false,
      userZoomingEnabled: false,
      layout: { name: 'null' },
      minZoom: 0.03,
      maxZoom: 6,
      hideEdgesOnViewport: false,
      textureOnViewport: false,
    });
    this.#motion = new Motion(container, () => this.cy.forceRender());
    this.#listen(events);
  }

  #listen(events: ChartViewEvents): void {
    watchLettering(this.cy, (size) => {
      this.#labelSize = size;
      this.#applyStyle();
    });
    this.cy.on('select unselect', () => this.#reportSelection());
    this.cy.on('tap', (event) => {
      if (event.target === this.cy) highlight({ entityIds: [], linkKeys: [] });
    });
    this.cy.on('dragfreeon', 'node', () => this.#reportMoved(events));
    this.cy.on('mouseover', 'node, edge', (event) => {
      this.hoveredId = event.target.id();
      events.hovered(this.hoveredId);
    });
    this.cy.on('mouseout', 'node, edge', () => {
      this.hoveredId = null;
      events.hovered(null);
    });
  }

  #waiting = new Map<string, Point>();
  #reportMoved(events: ChartViewEvents): void {
    const first = this.#waiting.size === 0;
    for (const node of this.cy.nodes().toArray()) {
      const drawn = this.#picture.nodes.get(node.id());
      const { x, y } = node.position();
      if (drawn && (Math.abs(drawn.x - x) > 0.1 || Math.abs(drawn.y - y) > 0.1))
        this.#waiting.set(node.id(), { x, y });
    }
    if (!first || this.#waiting.size === 0) return;
    queueMicrotask(() => {
      const places = this.#waiting;
      this.#waiting = new Map();
      events.moved(places);
    });
  }

  #reportSelection(): void {
    if (this.#quiet || this.#reported) return;
    this.#reported = true;
    setTimeout(() => {
      this.#reported = false;
      if (this.cy.destroyed()) return;
      const entityIds = this.cy.nodes(':selected').map((node) => node.id());
      const linkKeys = this.cy.edges(':selected').map((edge) => edge.id());
      select({ entityIds, linkKeys });
    }, 0);
  }

  #node(node: ChartNode): ElementDefinition {
    const theme = CHART_THEMES[themeName()];
    const data = { ...node, image: iconImage(node.icon, theme.text) };
    return { group: 'nodes', data, position: { x: node.x, y: node.y } };
  }
  #line(line: ChartLine): ElementDefinition {
    return { group: 'edges', data: { ...line, source: line.from, target: line.to } };
  }

  get picture(): ChartPicture {
    return this.#picture;
  }

  draw(picture: ChartPicture): void {
    const change = pictureChange(this.#picture, picture);
    const wasEmpty = this.#picture.nodes.size === 0;
    const crowded = this.#picture.lines.size > CROWDED;
    this.#picture = picture;
    if (crowded !== picture.lines.size > CROWDED) this.#applyStyle();
    this.#quiet = true;
    this.cy.batch(() => {
      for (const id of change.remove) this.cy.getElementById(id).remove();
      this.cy.add([
        ...change.addNodes.map((node) => this.#node(node)),
        ...change.addLines.map((line) => this.#line(line)),
      ]);
      for (const node of change.changeNodes) {
        const element = this.cy.getElementById(node.id);
        element.data(this.#node(node).data);
        element.position({ x: node.x, y: node.y });
      }
      for (const line of change.changeLines) this.cy.getElementById(line.id).data(this.#line(line).data);
    });
    this.#quiet = false;
    this.showSelection();
    if ((wasEmpty && picture.nodes.size > 0) || this.#outOfSight(change.addNodes)) this.fit();
  }

  /** New entities must be seen, or the person thinks nothing came. */
  #outOfSight(nodes: readonly ChartNode[]): boolean {
    const { x1, y1, x2, y2 } = this.cy.extent();
    return nodes.some(({ x, y }) => x < x1 || x > x2 || y < y1 || y > y2);
  }

  /** Shows the program's one selection and what an answer points at. */
  showSelection(): void {
    const { entityIds, linkKeys, highlight } = useSelection.getState();
    const chosen = new Set([...entityIds, ...linkKeys]);
    const marked = new Set([...highlight.entityIds, ...highlight.linkKeys]);
    const marking = [...marked].some((id) => this.#picture.nodes.has(id));
    this.#quiet = true;
    this.cy.batch(() => {
      this.cy.elements().forEach((element) => {
        const id = element.id();
        if (element.selected() !== chosen.has(id)) {
          if (chosen.has(id)) element.select();
          else element.unselect();
        }
        element.toggleClass('marked', marking && marked.has(id));
        element.toggleClass('dimmed', marking && !marked.has(id) && !chosen.has(id));
      });
    });
    this.#quiet = false;
  }

  #applyStyle(): void {
    const crowded = this.#picture.lines.size > CROWDED;
    this.cy.style(chartStyle(CHART_THEMES[themeName()], crowded, this.#labelSize));
  }

  restyle(): void {
    const theme = CHART_THEMES[themeName()];
    this.cy.batch(() => {
      for (const node of this.#picture.nodes.values()) {
        this.cy.getElementById(node.id).data('image', iconImage(node.icon, theme.text));
      }
    });
    this.#applyStyle();
  }

  /** A chart behind another panel has no size: it is fitted when it comes to the front. */
  fit(): void {
    if (this.cy.elements().empty()) return;
    const { clientWidth, clientHeight } = this.#container;
    this.#fitLater = clientWidth === 0 || clientHeight === 0;
    if (this.#fitLater) return;
    this.cy.resize();
    const covered = Math.min(this.#covered(), clientWidth / 3);
    const { x1, y1, w, h } = this.cy.elements().boundingBox({});
    const room = { width: clientWidth - covered - 2 * MARGIN, height: clientHeight - 2 * MARGIN };
    const zoom = Math.min(room.width / w, room.height / h, NEAREST_FIT);
    const middle = { x: covered + MARGIN + room.width / 2, y: MARGIN + room.height / 2 };
    this.cy.viewport({
      zoom,
      pan: { x: middle.x - (x1 + w / 2) * zoom, y: middle.y - (y1 + h / 2) * zoom },
    });
  }
  /** The middle of the view stays in the middle. */
  resized(): void {
    const { clientWidth: width, clientHeight: height } = this.#container;
    if (width === 0 || height === 0) return;
    const before = this.#size;
    this.#size = { x: width, y: height };
    this.cy.resize();
    if (this.#fitLater) this.fit();
    else if (before !== null) this.cy.panBy({ x: (width - before.x) / 2, y: (height - before.y) / 2 });
  }
  panBy(by: Point): void {
    this.#motion.moving(this.#picture.lines.size);
    this.cy.panBy(by);
  }
  zoomBy(factor: number, at?: Point): void {
    this.#motion.moving(this.#picture.lines.size);
    const renderedPosition = at ?? { x: this.cy.width() / 2, y: this.cy.height() / 2 };
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition });
  }
  destroy(): void {
    this.#motion.stop();
    this.cy.destroy();
  }
}
