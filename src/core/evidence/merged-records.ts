import { isProtected } from '../model/case-terms.ts';
import type { CaseData, CaseEntity, CaseMember } from './case-data.ts';

/** The records of a set by what they are shown as: a merged record is the group of its lead. */
export class MergedRecords {
  readonly #leads = new Map<string, string>();
  readonly #groups = new Map<string, CaseEntity[]>();
  readonly isEmpty: boolean;

  constructor(records: Iterable<CaseEntity>) {
    let merged = false;
    for (const record of records) {
      const lead = record.leadId ?? record.id;
      merged ||= lead !== record.id;
      this.#leads.set(record.id, lead);
      const group = this.#groups.get(lead);
      if (group === undefined) this.#groups.set(lead, [record]);
      else if (record.id === lead) group.unshift(record);
      else group.push(record);
    }
    this.isEmpty = !merged;
  }

  leadOf(id: string): string {
    return this.#leads.get(id) ?? id;
  }

  /** The id a record goes under: its lead's where the lead is in the set, else that of the first one that is. */
  shownId(id: string): string {
    return this.#groups.get(this.leadOf(id))?.[0]?.id ?? id;
  }

  recordsOf(id: string): readonly CaseEntity[] {
    return this.#groups.get(this.leadOf(id)) ?? [];
  }

  /** Each group once, what it is shown as first. */
  groups(): Iterable<readonly CaseEntity[]> {
    return this.#groups.values();
  }

  /** The network as it is shown: groups under their leads' ids, and links among those. */
  asShown({ links }: Pick<CaseData, 'links'>): Pick<CaseData, 'entities' | 'links'> {
    return {
      entities: [...this.#groups].flatMap(([id, [first]]) => (first === undefined ? [] : [{ ...first, id }])),
      links: links.map((link) => ({ ...link, from: this.leadOf(link.from), to: this.leadOf(link.to) })),
    };
  }
}

/** Who makes a merged record a protected one; the most protected of its records decides. */
export function protectedRecord(group: readonly CaseEntity[]): CaseEntity | undefined {
  return group.find((one) => isProtected(one.status, one.minor));
}

/** One entity of a group of records that may go: the first with the others under it, each as it was written. */
export function folded(group: readonly CaseEntity[]): CaseEntity[] {
  const [first, ...others] = group.map(({ leadId: _lead, ...record }) => record);
  if (first === undefined) return [];
  return others.length === 0 ? [first] : [{ ...first, members: others.map(memberOf) }];
}

function memberOf({ pseudonym: _pseudonym, position: _position, ...member }: CaseEntity): CaseMember {
  return member;
}

/** The names of what is merged into an entity that leaves, each once, without its own. */
export function otherNames({ label, members = [] }: Pick<CaseEntity, 'label' | 'members'>): string[] {
  return [...new Set(members.map((one) => one.label))].filter((name) => name !== label);
}
