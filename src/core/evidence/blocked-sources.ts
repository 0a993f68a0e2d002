import type { CaseSource } from './case-data.ts';
import type { Scrub } from './scrub.ts';
import type { Block } from './source-decision.ts';

/** A source that holds something back, why, and for whom its provider would have to say yes. */
export interface BlockedSource extends Block {
  readonly sourceId: string;
  readonly reference: string;
  readonly title: string;
  /** Whom to ask. */
  readonly originator: string;
  /** Facts, links and events it holds back. */
  readonly items: number;
}

/** Gathers while a data set is filtered which of its sources hold something back. */
export class BlockedSources {
  readonly #found = new Map<string, { reason: Block['reason']; recipients: Set<string>; items: number }>();

  add(sourceId: string, block: Block, items: number): void {
    const found = this.#found.get(sourceId) ?? { reason: block.reason, recipients: new Set(), items: 0 };
    for (const recipient of block.recipients) found.recipients.add(recipient);
    found.items += items;
    this.#found.set(sourceId, found);
  }

  /** In the order of the source register. A title may name a hidden person, as every text may. */
  list(sources: readonly CaseSource[], scrub: Scrub): BlockedSource[] {
    return sources.flatMap(({ id, reference, title, originator }) => {
      const found = this.#found.get(id);
      if (found === undefined) return [];
      return [
        {
          sourceId: id,
          reference,
          title: scrub(title),
          originator,
          ...found,
          recipients: [...found.recipients],
        },
      ];
    });
  }
}
