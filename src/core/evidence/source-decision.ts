import type { CaseSource } from './case-data.ts';
import { type Marking, recipientCode } from './marking.ts';

export const WITHHELD_REASONS = [
  'recipient-not-allowed',
  'H2',
  'protected',
  'no-permitted-fact',
  'entity-withheld',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A provider's recorded yes: this source may go to this recipient although it carries H2 or a list without them. */
export interface Permission {
  readonly sourceId: string;
  readonly recipient: string;
}

/** Why items of a source stay, and the recipients for whom nobody with the right to do so has said yes. */
export interface Block {
  readonly reason: Extract<WithheldReason, 'recipient-not-allowed' | 'H2'>;
  readonly recipients: readonly string[];
}

/**
 * Why items of these sources may not go to these recipients; a source without an entry may go.
 * Originator control: every recipient must be on the provider's list where there is one, and H2 needs a yes for
 * every recipient; a recorded permission of the provider lifts both for its recipient. The provider itself always
 * counts as allowed: it gets its own information back.
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
    this.#recipients = recipients.map(recipientCode);
    for (const source of sources) this.#sources.set(source.id, source);
    for (const given of permissions)
      this.#permitted.add(`${given.sourceId}|${recipientCode(given.recipient)}`);
  }

  /** null: may go. A source nobody described is never disclosed. `marking` is the item's own, if it has one. */
  block(sourceId: string, marking?: Marking): Block | null {
    const source = this.#sources.get(sourceId);
    if (source === undefined) return { reason: 'recipient-not-allowed', recipients: this.#recipients };
    const allowed = source.recipients.map(recipientCode);
    const asking = this.#recipients.filter(
      (recipient) =>
        recipient !== recipientCode(source.originator) && !this.#permitted.has(`${sourceId}|${recipient}`),
    );
    const unlisted = allowed.length === 0 ? [] : asking.filter((recipient) => !allowed.includes(recipient));
    const isH2 = source.marking.handling.includes('H2') || marking?.handling.includes('H2') === true;
    const recipients = isH2 ? asking : unlisted;
    if (recipients.length === 0) return null;
    return { reason: unlisted.length > 0 ? 'recipient-not-allowed' : 'H2', recipients };
  }

  reason(sourceId: string, marking?: Marking): WithheldReason | null {
    return this.block(sourceId, marking)?.reason ?? null;
  }
}
