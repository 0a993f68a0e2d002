import type { LinkType } from '../../core/model/link-types.ts';

/** Above this an expand asks first; the chart convention "never bring a crowd unasked". */
export const ASK_ABOVE = 50;
/** At most this many come with one expand, whatever was answered. */
export const EXPAND_LIMIT = 500;

export interface NeighbourCount {
  readonly total: number;
  readonly byType: readonly { readonly type: LinkType; readonly count: number }[];
}
export interface ExpandPlan {
  readonly limit: number;
  readonly linkTypes: readonly LinkType[] | null;
}
export type Guard =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'go'; readonly plan: ExpandPlan }
  | { readonly kind: 'ask'; readonly count: NeighbourCount };

/** Decides before anything is drawn: nothing to bring, bring all, or ask the person. */
export function guardExpand(count: NeighbourCount): Guard {
  if (count.total === 0) return { kind: 'nothing' };
  if (count.total <= ASK_ABOVE) return { kind: 'go', plan: { limit: ASK_ABOVE, linkTypes: null } };
  return { kind: 'ask', count };
}

/**
 * Which members one expand brought and may go again on collapse: the remembered ones still on the chart, or,
 * after a restart, those whose only contact on the chart is the collapsed entity.
 */
export function collapseSet(
  entityId: string,
  brought: readonly string[] | undefined,
  members: ReadonlySet<string>,
  pairs: readonly (readonly [string, string])[],
): string[] {
  if (brought !== undefined) return brought.filter((id) => members.has(id) && id !== entityId);
  const contacts = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    const set = contacts.get(one) ?? new Set<string>();
    contacts.set(one, set.add(other));
  };
  for (const [from, to] of pairs) {
    note(from, to);
    note(to, from);
  }
  return [...(contacts.get(entityId) ?? [])].filter((id) => members.has(id) && contacts.get(id)?.size === 1);
}
