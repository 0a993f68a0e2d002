import { foldName } from '../../core/names/index.ts';
import type { BatchContext } from './batch-context.ts';
import type { EntityDraft } from './drafts.ts';

/** Words with letters that are written otherwise in Latin. */
const OTHER_WORDS =
  /[\p{L}\p{M}'’ʼ]*[\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Greek}][\p{L}\p{M}'’ʼ]*/gu;
const CACHE_LIMIT = 200_000;

/** The pages of documents, beside the entities they belong to. */
export class PageWriter {
  readonly #batchSeq: number;
  readonly #insert;
  readonly #latin = new Map<string, string>();

  constructor({ database, batchSeq }: BatchContext) {
    this.#batchSeq = batchSeq;
    this.#insert = database.prepare(
      `INSERT INTO document_page (entity_seq, page, text, latin, batch_seq) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET text = text || char(10) || excluded.text, latin = latin || ' ' || excluded.latin`,
    );
  }

  /** A page without text is counted in the document, but there is nothing to keep of it. */
  write(entitySeq: number, { number, text }: NonNullable<EntityDraft['page']>): void {
    if (text !== '') this.#insert.run(entitySeq, number, text, this.#latinWords(text), this.#batchSeq);
  }

  /** Each word once: the search asks for words, and a long text repeats most of its own. */
  #latinWords(text: string): string {
    const words = new Set(text.match(OTHER_WORDS) ?? []);
    return [...words].map((word) => this.#latinOf(word)).join(' ');
  }

  #latinOf(word: string): string {
    const known = this.#latin.get(word);
    if (known !== undefined) return known;
    if (this.#latin.size >= CACHE_LIMIT) this.#latin.clear();
    const folded = foldName(word);
    this.#latin.set(word, folded);
    return folded;
  }
}
