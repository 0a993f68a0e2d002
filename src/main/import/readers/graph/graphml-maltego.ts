import type { Texts } from './graph.ts';
import type { Attributes } from './xml.ts';

/** What a node or line of GraphML has gathered so far. */
export interface Gathered {
  readonly data: Texts;
  readonly labels: string[];
}

/** How lines look in Maltego; the one property among them that says something is their label. */
const LOOKS = 'maltego.link.';
const LABEL_OF_LINE = /^maltego\.link\.(manual\.type|label)$/;

/** Maltego keeps type and properties of a thing in elements of its own; the first property is its name. */
export class MaltegoProperties {
  #isOpen = false;
  #name = '';
  #shown = '';

  open(tag: string, attributes: Attributes, { data }: Gathered): void {
    if (tag === 'MaltegoEntity') {
      this.#isOpen = true;
      if (attributes.type !== undefined) data.type ??= attributes.type;
    } else if (tag === 'MaltegoLink') this.#isOpen = true;
    else if (tag === 'Property') {
      this.#name = attributes.name ?? '';
      this.#shown = attributes.displayName ?? this.#name;
    }
  }

  close(tag: string, text: string, { data, labels }: Gathered): void {
    if (tag === 'MaltegoEntity' || tag === 'MaltegoLink') this.#isOpen = false;
    if (tag !== 'Value' || !this.#isOpen || text === '') return;
    const isLabel = LABEL_OF_LINE.test(this.#name);
    if (this.#name.startsWith(LOOKS) && !isLabel) return;
    if (labels.length === 0) labels.push(text);
    else if (!isLabel) data[this.#shown] ??= text;
  }
}
