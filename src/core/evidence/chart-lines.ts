import { EVENT_TYPES, LINK_TYPES, type LinkType, STRENGTHS, type Strength } from '../model/link-types.ts';
import type { CaseData, CaseEvent, CaseLink } from './case-data.ts';

/** One line of the chart: all links and events of one type between two entities. */
export interface CaseLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly directed: boolean;
  strength: Strength;
  count: number;
  /** Minor units by ISO 4217 code. */
  readonly sums: Record<string, number>;
  first: number | null;
  last: number | null;
}

/**
 * The lines a chart of the set shows, in the order of their first item; the `links` count of a package. What joins two
 * members of one merged record is no line.
 */
export function chartLines(data: Pick<CaseData, 'links' | 'events'>): CaseLine[] {
  const lines = new Map<string, CaseLine>();
  for (const link of data.links) {
    if (isWithinOne(link)) continue;
    const line = lineOf(lines, link.from, link.to, link.type, link.strength);
    extend(line, link.start);
    extend(line, link.end);
  }
  for (const event of data.events) {
    const type = EVENT_TYPES[event.type].link;
    if (type === null || event.from === null || event.to === null || isWithinOne(event)) continue;
    const line = lineOf(lines, event.from, event.to, type, 'confirmed');
    extend(line, event.start);
    if (event.amountMinor !== null && event.currency !== null)
      line.sums[event.currency] = (line.sums[event.currency] ?? 0) + event.amountMinor;
  }
  return [...lines.values()];
}

function isWithinOne({ from, to, fromRecord, toRecord }: CaseLink | CaseEvent): boolean {
  return from === to && fromRecord !== toRecord;
}

function lineOf(
  lines: Map<string, CaseLine>,
  one: string,
  other: string,
  type: LinkType,
  strength: Strength,
): CaseLine {
  const directed = LINK_TYPES[type].directed;
  const [from, to] = directed || one < other ? [one, other] : [other, one];
  const key = `${from}|${to}|${type}`;
  let line = lines.get(key);
  if (line === undefined) {
    line = { key, from, to, type, directed, strength, count: 0, sums: {}, first: null, last: null };
    lines.set(key, line);
  }
  line.count += 1;
  if (STRENGTHS.indexOf(strength) < STRENGTHS.indexOf(line.strength)) line.strength = strength;
  return line;
}

function extend(line: CaseLine, at: number | null): void {
  if (at === null) return;
  line.first = line.first === null ? at : Math.min(line.first, at);
  line.last = line.last === null ? at : Math.max(line.last, at);
}
