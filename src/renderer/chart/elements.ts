import type { ChartMember } from '../../contract/chart.ts';
import type { EntitySummary, LinkSummary } from '../../contract/terms.ts';
import { ENTITY_TYPES, type Shape } from '../../core/model/entity-types.ts';
import type { Strength } from '../../core/model/link-types.ts';
import type { Desk } from '../workspace/index.ts';
import type { Paint, Touch } from './paint-evidence.ts';

/** What the canvas, the vector export and the tests see: the picture as data. */
export interface ChartNode {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
  readonly colour: string;
  readonly icon: string;
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
  readonly shuttered: boolean;
}
export interface ChartLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly directed: boolean;
  readonly strength: Strength;
  readonly width: number;
  /** More lines than this one join the same two entities: drawn as an arc. */
  readonly parallel: boolean;
  /** Of its evidence; null: as every line. */
  readonly colour: string | null;
}
export interface ChartPicture {
  readonly nodes: ReadonlyMap<string, ChartNode>;
  readonly lines: ReadonlyMap<string, ChartLine>;
}

export type Members = Readonly<Record<string, ChartMember>>;
export type DrawnDesk = Pick<Desk, 'entities' | 'links' | 'filter' | 'hidden'> &
  Partial<Pick<Desk, 'unstated'>>;
/** The word for a link type in the person's language. */
export type LinkName = (type: LinkSummary['type']) => string;

export const EMPTY_PICTURE: ChartPicture = { nodes: new Map(), lines: new Map() };

/** What the evidence adds stands before the name: a long name is cut at its end. */
function withTouch(name: string, touch: Touch | undefined): string {
  return touch === undefined ? name : `[${touch.words}] ${name}`;
}

function nodeOf(entity: EntitySummary, member: ChartMember, touch: Touch | undefined): ChartNode {
  const type = ENTITY_TYPES[entity.type];
  return {
    id: entity.id,
    label: withTouch(entity.label, touch),
    shape: type.shape,
    colour: touch?.colour ?? type.colour,
    icon: entity.protected ? 'shutter' : type.icon,
    x: member.x,
    y: member.y,
    pinned: member.pinned === true,
    shuttered: entity.protected,
  };
}

/** Width in chart units: one contact 1.25, ten 2.25, a thousand 4.25; so that heavy traffic shows without a number. */
export function lineWidth(count: number): number {
  return 1.25 + Math.log10(Math.max(1, count));
}
function lineLabel(link: LinkSummary, name: LinkName): string {
  return link.count > 1 ? `${name(link.type)} ${link.count}×` : name(link.type);
}
function pairOf(link: LinkSummary): string {
  return link.from < link.to ? `${link.from}|${link.to}` : `${link.to}|${link.from}`;
}

/** True when the member is drawn: not hidden by hand, not filtered out by its type or by who speaks of it. */
export function isDrawn(desk: DrawnDesk, entity: EntitySummary): boolean {
  const types = desk.filter.entityTypes;
  const isOut = desk.hidden.has(entity.id) || desk.unstated?.has(entity.id) === true;
  return !isOut && (types === null || types.includes(entity.type));
}

function linesOf(
  desk: DrawnDesk,
  nodes: ReadonlyMap<string, ChartNode>,
  name: LinkName,
  paint: Paint | null,
) {
  const types = desk.filter.linkTypes;
  const drawn = desk.links.filter(
    (link) => nodes.has(link.from) && nodes.has(link.to) && (types === null || types.includes(link.type)),
  );
  const pairs = new Map<string, number>();
  for (const link of drawn) pairs.set(pairOf(link), (pairs.get(pairOf(link)) ?? 0) + 1);
  const lines = new Map<string, ChartLine>();
  for (const link of drawn) {
    lines.set(link.key, {
      id: link.key,
      from: link.from,
      to: link.to,
      label: withTouch(lineLabel(link, name), paint?.touches.get(link.key)),
      directed: link.directed,
      strength: link.strength,
      width: lineWidth(link.count),
      parallel: (pairs.get(pairOf(link)) ?? 0) > 1,
      colour: paint?.touches.get(link.key)?.colour ?? null,
    });
  }
  return lines;
}

/** The whole picture of the working set: exactly what is visible, nothing else. Pure. */
export function pictureOf(
  desk: DrawnDesk,
  members: Members,
  name: LinkName,
  paint: Paint | null = null,
): ChartPicture {
  const nodes = new Map<string, ChartNode>();
  for (const entity of desk.entities.values()) {
    const member = members[entity.id];
    if (member !== undefined && isDrawn(desk, entity))
      nodes.set(entity.id, nodeOf(entity, member, paint?.touches.get(entity.id)));
  }
  return { nodes, lines: linesOf(desk, nodes, name, paint) };
}

export interface PictureChange {
  readonly addNodes: readonly ChartNode[];
  readonly addLines: readonly ChartLine[];
  readonly changeNodes: readonly ChartNode[];
  readonly changeLines: readonly ChartLine[];
  readonly remove: readonly string[];
}

function sameRecord<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);
}
function split<T extends ChartNode | ChartLine>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
) {
  const add: T[] = [];
  const change: T[] = [];
  for (const [id, item] of after) {
    const old = before.get(id);
    if (old === undefined) add.push(item);
    else if (!sameRecord(old, item)) change.push(item);
  }
  return { add, change, remove: [...before.keys()].filter((id) => !after.has(id)) };
}

/** What must happen to turn one picture into the next, so that the canvas touches only what changed. */
export function pictureChange(before: ChartPicture, after: ChartPicture): PictureChange {
  const nodes = split(before.nodes, after.nodes);
  const lines = split(before.lines, after.lines);
  return {
    addNodes: nodes.add,
    addLines: lines.add,
    changeNodes: nodes.change,
    changeLines: lines.change,
    remove: [...lines.remove, ...nodes.remove],
  };
}
