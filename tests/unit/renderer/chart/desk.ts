import type { EntitySummary, LinkSummary } from '../../../../src/contract/terms.ts';
import type { DrawnDesk, Members } from '../../../../src/renderer/chart/elements.ts';

export function entity(id: string, more: Partial<EntitySummary> = {}): EntitySummary {
  return {
    id,
    type: 'person',
    label: `Person ${id}`,
    status: null,
    minor: false,
    protected: false,
    degree: 1,
    ...more,
  };
}
export function link(from: string, to: string, more: Partial<LinkSummary> = {}): LinkSummary {
  const type = more.type ?? 'called';
  return {
    key: `${from}|${to}|${type}`,
    from,
    to,
    type,
    directed: true,
    strength: 'confirmed',
    count: 1,
    sums: [],
    first: null,
    last: null,
    ...more,
  };
}
export function desk(
  entities: EntitySummary[],
  links: LinkSummary[],
  more: Partial<DrawnDesk> = {},
): DrawnDesk {
  return {
    entities: new Map(entities.map((one) => [one.id, one])),
    links,
    filter: { entityTypes: null, linkTypes: null, period: { from: null, to: null } },
    hidden: new Set(),
    ...more,
  };
}
/** Everybody a member, 100 apart. */
export function membersOf(entities: readonly EntitySummary[]): Members {
  return Object.fromEntries(entities.map((one, index) => [one.id, { x: index * 100, y: index * 40 }]));
}
export const word = (type: string): string => type;
