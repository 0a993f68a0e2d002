import type { CaseSource } from './case-data.ts';
import type { Marking } from './marking.ts';

export const WITHHELD_REASONS = [
  'recipient-not-allowed',
  'H2',
  'protected',
  'no-permitted-fact',
  'entity-withheld',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A provider's recorded yes: this source may go to this recipient although it carries H2. */
export interface Permission {
  readonly sourceId: string;
  readonly recipient: string;
}

function code(name: string): string {
  return name.trim().toLocaleUpperCase('en');
}

/**
 * Why items of these sources may not go to these recipients; a source without an entry may go.
 * Originator control after the effective marking rule (domain facts §2.9): every recipient must be on the
 * provider's list where there is one, and H2 needs a recorded permission for every recipient. The provider
 * itself always counts as allowed: it gets its own information back.
 */
export class SourceDecisions {
  readonly #sources = new Map<string, CaseSource>();
  readonly #permitted = new Set<string>();
  readonly #recipients: readonly string[];

  constructor(
    sources: readonly CaseSource[],
    recipients: readonly string[],
    permissions: readonly Permission[],
  ) {
    this.#recipients = recipients.map(code);
    for (const source of sources) this.#sources.set(source.id, source);
    for (const given of permissions) this.#permitted.add(`${given.sourceId}|${code(given.recipient)}`);
  }

  /** null: may go. A source nobody described is never disclosed. `marking` is the item's own, if it has one. */
  reason(sourceId: string, marking?: Marking): WithheldReason | null {
    const source = this.#sources.get(sourceId);
    if (source === undefined) return 'recipient-not-allowed';
    const allowed = source.recipients.map(code);
    const others = this.#recipients.filter((recipient) => recipient !== code(source.originator));
    if (allowed.length > 0 && others.some((recipient) => !allowed.includes(recipient)))
      return 'recipient-not-allowed';
    const needsPermission = source.marking.handling.includes('H2') || marking?.handling.includes('H2');
    if (needsPermission && others.some((recipient) => !this.#permitted.has(`${sourceId}|${recipient}`)))
      return 'H2';
    return null;
  }
}
