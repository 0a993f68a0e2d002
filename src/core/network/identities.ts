/** What is known of one number: its contacts, the handsets it was seen in, and when it was active (ms UTC). */
export interface Usage {
  readonly id: string;
  readonly contacts: ReadonlySet<string>;
  readonly devices: ReadonlySet<string>;
  readonly first: number;
  readonly last: number;
}

/** A lead that `after` may be the new number of the user of `before`, with why. */
export interface IdentityLead {
  readonly before: string;
  readonly after: string;
  /** 0…1, a ranking signal. */
  readonly score: number;
  readonly shared: readonly string[];
  readonly sameDevice: boolean;
  /** Silence of the old number until the first use of the new one; negative when they overlap. */
  readonly gapMs: number;
}

export interface IdentityOptions {
  readonly minimumShared: number;
  /** How long the two may overlap (handing over) and how long the silence between may last. */
  readonly overlapMs: number;
  readonly silenceMs: number;
}

/**
 * Finds numbers that appear when another falls silent and talk to the same contacts. A shared contact weighs
 * 1/ln(1 + its number of contacts): a taxi line shared by everybody says little (the Adamic–Adar idea, 2003).
 * The same handset (IMEI) with both numbers adds to the score but is not needed.
 */
export function newIdentities(usages: readonly Usage[], options: IdentityOptions): IdentityLead[] {
  const byContact = new Map<string, Usage[]>();
  for (const usage of usages) {
    for (const contact of usage.contacts) {
      const list = byContact.get(contact) ?? [];
      list.push(usage);
      byContact.set(contact, list);
    }
  }
  const weight = (contact: string): number => 1 / Math.log(1 + (byContact.get(contact)?.length ?? 1));
  const leads: IdentityLead[] = [];
  for (const before of usages) {
    for (const [after, shared] of followers(before, byContact, options)) {
      if (shared.length < options.minimumShared) continue;
      leads.push(leadOf(before, after, shared, weight));
    }
  }
  return leads.sort((a, b) => b.score - a.score);
}

function followers(
  before: Usage,
  byContact: ReadonlyMap<string, readonly Usage[]>,
  options: IdentityOptions,
): Map<Usage, string[]> {
  const found = new Map<Usage, string[]>();
  for (const contact of before.contacts) {
    for (const other of byContact.get(contact) ?? []) {
      const gap = other.first - before.last;
      const follows =
        gap >= -options.overlapMs &&
        gap <= options.silenceMs &&
        other.first > before.first &&
        other.last > before.last;
      if (other === before || !follows || before.contacts.has(other.id)) continue;
      found.set(other, [...(found.get(other) ?? []), contact]);
    }
  }
  return found;
}

function leadOf(
  before: Usage,
  after: Usage,
  shared: readonly string[],
  weight: (contact: string) => number,
): IdentityLead {
  const sum = (contacts: Iterable<string>): number =>
    [...contacts].reduce((total, one) => total + weight(one), 0);
  const all = sum(new Set([...before.contacts, ...after.contacts]));
  const overlap = all === 0 ? 0 : sum(shared) / all;
  const sameDevice = [...before.devices].some((device) => after.devices.has(device));
  const score = Math.min(1, overlap * (sameDevice ? 1 : 0.8) + (sameDevice ? 0.2 : 0));
  return { before: before.id, after: after.id, score, shared, sameDevice, gapMs: after.first - before.last };
}
