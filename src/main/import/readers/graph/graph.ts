import type { EntityType } from '../../../../core/model/entity-types.ts';
import type { EventType, LinkType, Strength } from '../../../../core/model/link-types.ts';

/** Texts by property name, as the file has them. */
export type Texts = Record<string, string>;

export interface GraphIdentifier {
  readonly kind: string;
  readonly value: string;
}

export interface GraphNode {
  /** Line, message or element a person finds it by again. */
  readonly line: number;
  /** The file's own id of it; events and links name their ends by it. */
  readonly key: string;
  /** Empty where the program has no type for its kind; the specification then says what it becomes. */
  readonly type: EntityType | '';
  readonly label: string;
  readonly identifiers: readonly GraphIdentifier[];
  /** ISO 3166 alpha-2 the numbers belong to, where the file says so. */
  readonly country: string;
  readonly status: string;
  readonly properties: Texts;
}

export interface GraphLink {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly strength: Strength;
  /** The file draws a line without an arrow: which end comes first says nothing. */
  readonly isUndirected: boolean;
  readonly start: string;
  readonly end: string;
  readonly properties: Texts;
}

export interface GraphEvent {
  readonly line: number;
  readonly type: EventType;
  /** Keys of nodes; empty where nobody is named. */
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
  readonly duration: string;
  readonly amount: string;
  readonly currency: string;
  readonly place: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly properties: Texts;
}

/** What the file has and nothing can be made of, with the code of the sentence why. */
export interface GraphFault {
  readonly line: number;
  readonly code: string;
  readonly raw: string;
}

export interface GraphRemark {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const NODE = { identifiers: [], country: '', status: '', properties: {} };
const LINK = { strength: 'unconfirmed' as const, isUndirected: false, start: '', end: '', properties: {} };
const EVENT = {
  from: '',
  to: '',
  start: '',
  end: '',
  duration: '',
  amount: '',
  currency: '',
  place: '',
  latitude: '',
  longitude: '',
  properties: {},
};
type Least<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/**
 * Things, links and events of one chart, in whatever order its file has them. Readers of the family fill one; the
 * ends of links are looked up when all of it is there.
 */
export class Graph {
  readonly nodes = new Map<string, GraphNode>();
  /** A thing the file describes twice: the second description. */
  readonly again: GraphNode[] = [];
  readonly links: GraphLink[] = [];
  readonly events: GraphEvent[] = [];
  readonly faults: GraphFault[] = [];
  readonly remarks: GraphRemark[] = [];

  node(node: Least<GraphNode, 'line' | 'key' | 'type' | 'label'>): void {
    const whole = { ...NODE, ...node, label: node.label.trim() || node.key };
    const first = this.nodes.get(node.key);
    if (first === undefined) this.nodes.set(node.key, whole);
    else this.again.push({ ...whole, type: first.type, label: node.label.trim() || first.label });
  }

  link(link: Least<GraphLink, 'line' | 'from' | 'to' | 'type'>): void {
    this.links.push({ ...LINK, ...link });
  }

  event(event: Least<GraphEvent, 'line' | 'type'>): void {
    this.events.push({ ...EVENT, ...event });
  }

  fault(line: number, code: string, raw: string): void {
    this.faults.push({ line, code, raw: raw.slice(0, 500) });
  }

  remark(code: string, params: GraphRemark['params']): void {
    this.remarks.push({ code, params });
  }
}
