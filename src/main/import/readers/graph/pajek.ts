import { Graph, type Texts } from './graph.ts';
import { graphReader } from './graph-reader.ts';
import { wholeText } from './json.ts';
import { addPlainLink, addPlainNode } from './plain.ts';

/** Pajek .net: vertices, arcs, edges, their lists and matrices; line values as weight, relations by their name. */
export const pajek = graphReader({
  format: 'pajek',
  extensions: ['.net'],
  mediaType: 'text/x-pajek',
  mostBytes: 9 * 1024 * 1024,
  isIt: (text) => /^(\s|%[^\n]*\n|\*network[^\n]*\n)*\*vertices\s+\d+/i.test(text),
  async parse(chunks, encoding) {
    const network = new Network();
    const text = await wholeText(chunks, encoding);
    for (const [at, row] of text.split(/\r\n|\n|\r/).entries()) network.row(row.trim(), at + 1);
    return network.finished();
  },
});

const SECTIONS = ['vertices', 'arcs', 'edges', 'arcslist', 'edgeslist', 'matrix'];
/** A file may claim any number of vertices: of more than this, only those with a line of their own are taken. */
const MOST_UNNAMED = 100_000;

class Network {
  readonly #graph = new Graph();
  #section = '';
  #relation = '';
  #count = 0;
  #headLine = 0;
  #matrixRow = 0;
  /** Of a network of two kinds of vertices: how many are of the first kind. */
  #firstMode = 0;

  row(row: string, line: number): void {
    if (row === '' || row.startsWith('%')) return;
    if (row.startsWith('*')) this.#head(row, line);
    else if (this.#section === 'vertices') this.#vertex(tokens(row), line, row);
    else if (this.#section === 'arcs' || this.#section === 'edges') this.#line(tokens(row), line, row);
    else if (this.#section === 'arcslist' || this.#section === 'edgeslist') this.#list(tokens(row), line);
    else if (this.#section === 'matrix') this.#matrix(tokens(row), line);
    else this.#graph.fault(line, 'element-unknown', row);
  }

  /** Vertices the head counts and no line names are called by their number. */
  finished(): Graph {
    const { nodes } = this.#graph;
    const last = this.#count > MOST_UNNAMED ? 0 : this.#count;
    for (let number = 1; number <= last; number += 1) {
      const key = `${number}`;
      if (!nodes.has(key))
        addPlainNode(this.#graph, { line: this.#headLine, key, label: key, data: this.#mode(key) });
    }
    return this.#graph;
  }

  #head(row: string, line: number): void {
    const [, word = '', rest = ''] = /^\*(\w+)\s*(.*)$/.exec(row) ?? [];
    const name = word.toLowerCase();
    this.#section = SECTIONS.includes(name) ? name : '';
    this.#relation = /"([^"]*)"/.exec(rest)?.[1] ?? '';
    this.#matrixRow = 0;
    if (name !== 'vertices') return;
    const [count = '0', first = '0'] = rest.match(/\d+/g) ?? [];
    this.#count = Number(count);
    this.#firstMode = Number(first);
    this.#headLine = line;
  }

  /** Number, label, coordinates, shape and its parameters; time points stand in brackets. */
  #vertex(parts: readonly string[], line: number, row: string): void {
    const [key = '', label = key, ...rest] = parts;
    if (!/^\d+$/.test(key)) {
      this.#graph.fault(line, 'element-unknown', row);
      return;
    }
    const spell = rest.find((part) => part.startsWith('['));
    const data: Texts = { ...(spell === undefined ? {} : { spell }), ...this.#mode(key) };
    addPlainNode(this.#graph, { line, key, label, data });
  }

  #line([from = '', to = '', value, ...rest]: readonly string[], line: number, row: string): void {
    if (!/^\d+$/.test(from) || !/^-?\d+$/.test(to)) {
      this.#graph.fault(line, 'element-unknown', row);
      return;
    }
    const at = rest.indexOf('l');
    const label = at < 0 ? '' : (rest[at + 1] ?? '');
    this.#link(line, from, to, value ?? '', label);
  }

  #mode(key: string): Texts {
    if (this.#firstMode === 0) return {};
    return { mode: Number(key) > this.#firstMode ? '2' : '1' };
  }

  #list([from = '', ...others]: readonly string[], line: number): void {
    for (const to of others) this.#link(line, from, to, '', '');
  }

  /** Columns of a network of two kinds are those of the second kind. */
  #matrix(values: readonly string[], line: number): void {
    this.#matrixRow += 1;
    for (const [at, value] of values.entries()) {
      if (Number(value) !== 0)
        this.#link(line, `${this.#matrixRow}`, `${this.#firstMode + at + 1}`, value, '');
    }
  }

  #link(line: number, from: string, to: string, weight: string, label: string): void {
    const isBelonging = this.#section === 'matrix' && this.#firstMode > 0;
    const isDirected = !isBelonging && this.#section !== 'edges' && this.#section !== 'edgeslist';
    const data: Texts = {
      ...(weight === '' ? {} : { weight }),
      ...(this.#relation === '' ? {} : { kind: this.#relation }),
    };
    addPlainLink(this.#graph, { line, from, to, label, direction: isDirected ? '→' : '', data });
  }
}

/** Words, and texts in quotation marks as one word without them. */
function tokens(row: string): string[] {
  return [...row.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
