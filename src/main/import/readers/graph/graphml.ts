import { Graph, type Texts } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { addPlainLink, addPlainNode } from './plain.ts';
import { type Attributes, readXml, type XmlHandlers } from './xml.ts';

interface Open {
  readonly line: number;
  readonly attributes: Attributes;
  readonly data: Texts;
  readonly endpoints: string[];
}

/** GraphML: nodes of nested graphs too, edges and hyper-edges, data with its defaults, labels as yEd writes them. */
export const graphml = graphReader({
  format: 'graphml',
  extensions: ['.graphml'],
  mediaType: 'application/graphml+xml',
  isIt: (text) => /<(\w+:)?graphml[\s>]/i.test(text),
  async parse(chunks, encoding, fileName) {
    const collector = new GraphmlCollector();
    await readXml(chunks, encoding, fileName, collector);
    return collector.graph;
  },
});

class GraphmlCollector implements XmlHandlers {
  readonly graph = new Graph();
  readonly #keys = new Map<string, { name: string; isFor: string }>();
  readonly #defaults = new Map<string, string>();
  readonly #open: Open[] = [];
  #directed: boolean[] = [];
  #key = '';
  #data: string | null = null;

  open(tag: string, attributes: Attributes, line: number): void {
    if (tag === 'key') this.#declare(attributes);
    else if (tag === 'graph') this.#directed.push(attributes.edgedefault !== 'undirected');
    else if (tag === 'node' || tag === 'edge' || tag === 'hyperedge') {
      this.#open.push({ line, attributes, data: {}, endpoints: [] });
    } else if (tag === 'data') this.#data = attributes.key ?? '';
    else if (tag === 'endpoint') this.#open.at(-1)?.endpoints.push(attributes.node ?? '');
  }

  close(tag: string, text: string): void {
    const one = this.#open.at(-1);
    if (tag === 'default') this.#defaults.set(this.#key, text);
    else if (tag === 'graph') this.#directed.pop();
    else if (tag === 'data') {
      if (one !== undefined && this.#data !== null && text !== '') one.data[this.#nameOf(this.#data)] = text;
      this.#data = null;
    } else if ((tag === 'NodeLabel' || tag === 'EdgeLabel') && text !== '' && one !== undefined) {
      one.data.label ??= text;
    } else if (tag === 'node' || tag === 'edge' || tag === 'hyperedge') this.#finish(tag);
  }

  #declare(attributes: Attributes): void {
    this.#key = attributes.id ?? '';
    const name = attributes['attr.name'] ?? attributes.name ?? this.#key;
    this.#keys.set(this.#key, { name, isFor: attributes.for ?? 'all' });
  }

  #nameOf(key: string): string {
    return this.#keys.get(key)?.name ?? key;
  }

  #withDefaults(data: Texts, kind: string): Texts {
    const found = { ...data };
    for (const [key, value] of this.#defaults) {
      const { name, isFor } = this.#keys.get(key) ?? { name: key, isFor: 'all' };
      if ((isFor === kind || isFor === 'all') && value !== '') found[name] ??= value;
    }
    return found;
  }

  #finish(tag: string): void {
    const one = this.#open.pop();
    if (one === undefined) return;
    const { line, attributes, endpoints } = one;
    const data = this.#withDefaults(one.data, tag);
    if (tag === 'node') {
      addPlainNode(this.graph, { line, key: attributes.id ?? `${line}`, label: '', data });
      return;
    }
    const [from = attributes.source ?? '', ...others] = endpoints;
    const isDirected =
      attributes.directed === undefined ? this.#directed.at(-1) : attributes.directed === 'true';
    const direction = tag === 'edge' && isDirected === true ? '→' : '';
    for (const to of tag === 'edge' ? [attributes.target ?? ''] : others) {
      addPlainLink(this.graph, { line, from, to, label: '', direction, data });
    }
    if (tag === 'hyperedge' && others.length === 0) this.graph.fault(line, 'link-end-missing', from);
  }
}
