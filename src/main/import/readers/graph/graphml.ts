import { Graph, type Texts } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { MaltegoProperties } from './graphml-maltego.ts';
import { addPlainLink, addPlainNode, oneLine } from './plain.ts';
import { type Attributes, readXml, type XmlHandlers } from './xml.ts';

interface Open {
  readonly line: number;
  readonly attributes: Attributes;
  readonly data: Texts;
  readonly endpoints: string[];
  readonly labels: string[];
  /** Of an editor that draws: how the ends of the line look, and which of the looks of a group is shown. */
  arrows: Attributes | null;
  active: number;
  look: number;
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
    return collector.finished();
  },
});

const OWN_FIELDS = new Set(['id', 'source', 'target', 'directed', 'sourceport', 'targetport']);
const PAINT = ['r', 'g', 'b', 'x', 'y', 'z', 'size'];
const noLook = () => ({ labels: [] as string[], arrows: null, active: 0, look: -1 });

/** The first label drawn is the name; the others stand beside it. */
function withLabels({ data, labels }: Open): Texts {
  const [label, ...others] = labels;
  return {
    ...data,
    ...(label === undefined ? {} : { label: data.label ?? label }),
    ...(others.length === 0 ? {} : { 'other labels': others.join('; ') }),
  };
}

class GraphmlCollector implements XmlHandlers {
  readonly graph = new Graph();
  readonly #keys = new Map<string, { name: string; isFor: string }>();
  readonly #defaults = new Map<string, string>();
  readonly #open: Open[] = [];
  #directed: boolean[] = [];
  readonly #maltego = new MaltegoProperties();
  #hyperedges = 0;
  #key = '';
  #data: string | null = null;

  open(tag: string, attributes: Attributes, line: number): void {
    if (tag === 'key') this.#declare(attributes);
    else if (tag === 'graph') this.#directed.push(attributes.edgedefault !== 'undirected');
    else if (tag === 'node' || tag === 'edge' || tag === 'hyperedge') {
      this.#open.push({ line, attributes, data: this.#stated(attributes), endpoints: [], ...noLook() });
    } else if (tag === 'data') this.#data = attributes.key ?? '';
    else if (tag === 'endpoint') this.#open.at(-1)?.endpoints.push(attributes.node ?? '');
    else this.#drawn(tag, attributes);
  }

  close(tag: string, text: string): void {
    const one = this.#open.at(-1);
    if (one !== undefined) this.#maltego.close(tag, text, one);
    if (tag === 'default') this.#defaults.set(this.#key, text);
    else if (tag === 'graph') this.#directed.pop();
    else if (tag === 'data') {
      if (one !== undefined && this.#data !== null && text !== '') one.data[this.#nameOf(this.#data)] = text;
      this.#data = null;
    } else if ((tag === 'NodeLabel' || tag === 'EdgeLabel') && text !== '' && one !== undefined) {
      if (one.look < 0 || one.look === one.active) one.labels.push(oneLine(text));
    } else if (tag === 'node' || tag === 'edge' || tag === 'hyperedge') this.#finish(tag);
  }

  /** The network with what a person should know of how it was read. */
  finished(): Graph {
    if (this.#hyperedges > 0) this.graph.remark('hyperedges', { count: this.#hyperedges });
    return this.graph;
  }

  /** What other programs write on the element itself; a node inside another one belongs to it. */
  #stated(attributes: Attributes): Texts {
    const own = Object.entries(attributes).filter(
      ([name, value]) => !OWN_FIELDS.has(name) && !/^(xmlns|yfiles|parse)/.test(name) && value !== '',
    );
    const outer = this.#open.at(-1);
    const parent = outer?.labels[0] ?? outer?.data.label ?? outer?.data.name ?? outer?.attributes.id;
    return { ...Object.fromEntries(own), ...(parent === undefined ? {} : { parent }) };
  }

  #drawn(tag: string, attributes: Attributes): void {
    const one = this.#open.at(-1);
    if (one === undefined) return;
    if (tag === 'Arrows') one.arrows = attributes;
    else if (tag === 'Realizers') one.active = Number(attributes.active ?? 0);
    else if (/GroupNode$/.test(tag)) one.look += 1;
    else this.#maltego.open(tag, attributes, one);
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
    const data = this.#withDefaults(withLabels(one), tag);
    if (this.#isPainted()) for (const name of PAINT) delete data[name];
    if (tag === 'node') {
      addPlainNode(this.graph, { line, key: attributes.id ?? `${line}`, label: '', data });
      return;
    }
    if (tag === 'edge') this.#edge(one, data);
    else this.#hyperedge(line, endpoints, data);
  }

  /** An arrow drawn at the source alone points the other way; a line without arrows has no direction. */
  #edge({ line, attributes, arrows }: Open, data: Texts): void {
    const { source = '', target = '', directed } = attributes;
    const isDirected = directed === undefined ? this.#directed.at(-1) === true : directed === 'true';
    const [atSource, atTarget] = [arrows?.source, arrows?.target].map((one) => (one ?? 'none') !== 'none');
    const isTurned = arrows !== null && atSource === true && atTarget === false;
    const isDrawn = atSource === true || atTarget === true;
    const both = atSource === true && atTarget === true ? '↔' : '→';
    const direction = (arrows === null ? isDirected : isDrawn) ? both : '';
    const [from, to] = isTurned ? [target, source] : [source, target];
    addPlainLink(this.graph, { line, from, to, label: '', direction, data });
  }

  #hyperedge(line: number, [from = '', ...others]: readonly string[], data: Texts): void {
    if (others.length > 1) this.#hyperedges += 1;
    for (const to of others) addPlainLink(this.graph, { line, from, to, label: '', direction: '', data });
    if (others.length === 0) this.graph.fault(line, 'link-end-missing', from);
  }

  /** Colour, size and place of one program stand among the attributes. */
  #isPainted(): boolean {
    return ['r', 'g', 'b', 'x', 'y'].every((id) => this.#keys.get(id)?.name === id);
  }
}
