import { Graph, type Texts } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { addPlainLink, addPlainNode } from './plain.ts';
import { type Attributes, readXml, type XmlHandlers } from './xml.ts';

interface Open {
  readonly tag: string;
  readonly line: number;
  readonly attributes: Attributes;
  readonly values: Texts;
  readonly spells: Spell[];
}

interface Spell {
  readonly start: string;
  readonly end: string;
}

/** GEXF 1.1 to 1.3: nested nodes, attributes with defaults, edge kinds and spells; colour, size and place are not read. */
export const gexf = graphReader({
  format: 'gexf',
  extensions: ['.gexf'],
  mediaType: 'application/gexf+xml',
  isIt: (text) => /<(\w+:)?gexf[\s>]/i.test(text),
  async parse(chunks, encoding, fileName) {
    const collector = new GexfCollector();
    await readXml(chunks, encoding, fileName, collector);
    return collector.graph;
  },
});

/** Fields of the elements themselves; what else stands on them is kept like an attribute. */
const OWN_FIELDS = new Set(['id', 'label', 'source', 'target', 'type', 'pid']);

/** Times of a graph may also be plain numbers that count something else than days. */
const DATE = /^\d{4}-\d\d/;

/** An open end is the same moment, itself not in it. */
function spellOf({ start, startopen, end, endopen, timestamp }: Attributes): Spell {
  return { start: start ?? startopen ?? timestamp ?? '', end: end ?? endopen ?? '' };
}

function spellText({ start, end }: Spell): string {
  return start === '' && end === '' ? '' : `${start} – ${end}`.trim();
}

class GexfCollector implements XmlHandlers {
  readonly graph = new Graph();
  readonly #titles = new Map<string, string>();
  readonly #defaults: { isFor: string; title: string; value: string }[] = [];
  readonly #open: Open[] = [];
  #isDirected = false;
  #class = 'node';
  #title = '';

  open(tag: string, attributes: Attributes, line: number): void {
    if (tag === 'graph') this.#isDirected = attributes.defaultedgetype === 'directed';
    else if (tag === 'attributes') this.#class = attributes.class ?? 'node';
    else if (tag === 'attribute') {
      this.#title = attributes.title ?? attributes.id ?? '';
      this.#titles.set(`${this.#class}|${attributes.id ?? ''}`, this.#title);
    } else if (tag === 'node' || tag === 'edge')
      this.#open.push({ tag, line, attributes, values: this.#parent(), spells: [] });
    else if (tag === 'attvalue') this.#value(attributes);
    else if (tag === 'spell') this.#open.at(-1)?.spells.push(spellOf(attributes));
    else if (tag === 'parent') this.#add('parent', attributes.for ?? '');
  }

  close(tag: string, text: string): void {
    if (tag === 'default' && text !== '') {
      this.#defaults.push({ isFor: this.#class, title: this.#title, value: text });
    } else if (tag === 'node' || tag === 'edge') this.#finish();
  }

  /** A node inside another one belongs to it. */
  #parent(): Texts {
    const outer = this.#open.at(-1);
    return outer?.tag === 'node' ? { parent: outer.attributes.label || outer.attributes.id || '' } : {};
  }

  #value(attributes: Attributes): void {
    const tag = this.#open.at(-1)?.tag ?? '';
    const id = attributes.for ?? attributes.id ?? '';
    const value = attributes.value ?? '';
    const when = spellText(spellOf(attributes));
    const text = value === '' || when === '' ? value : `${value} (${when})`;
    this.#add(this.#titles.get(`${tag}|${id}`) ?? id, text);
  }

  #add(name: string, value: string): void {
    const values = this.#open.at(-1)?.values;
    if (values === undefined || name === '' || value === '') return;
    values[name] = values[name] === undefined ? value : `${values[name]}; ${value}`;
  }

  #finish(): void {
    const one = this.#open.pop();
    if (one === undefined) return;
    const { tag, line, attributes, spells } = one;
    const data: Texts = { ...one.values };
    if (spells.length > 0) data.spell = spells.map(spellText).join('; ');
    for (const { isFor, title, value } of this.#defaults) if (isFor === tag) data[title] ??= value;
    for (const [name, value] of Object.entries(attributes)) {
      if (!OWN_FIELDS.has(name) && !name.startsWith('xmlns') && value !== '') data[name] ??= value;
    }
    if (attributes.pid !== undefined) data.parent ??= attributes.pid;
    const label = attributes.label ?? '';
    if (tag === 'node') addPlainNode(this.graph, { line, key: attributes.id ?? `${line}`, label, data });
    else this.#link(one, label, data);
  }

  #link({ line, attributes, spells }: Open, label: string, data: Texts): void {
    const { source = '', target = '', type } = attributes;
    const [when = spellOf(attributes)] = spells.length === 1 ? spells : [];
    const dated = DATE.test(when.start || when.end) ? when : {};
    const isDirected = type === undefined ? this.#isDirected : type === 'directed';
    const direction = type === 'mutual' ? '↔' : isDirected ? '→' : '';
    addPlainLink(this.graph, { line, from: source, to: target, label, direction, data, ...dated });
  }
}
