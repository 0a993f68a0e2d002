import type { SourceRow } from '../reader.ts';
import { ATTRIBUTE_AGAIN, END_COLUMNS, FIXED_COLUMNS, identifierColumn, isReserved } from './columns.ts';
import type { Graph, GraphEvent, GraphLink, GraphNode, Texts } from './graph.ts';

const BATCH = 1000;
type Values = Record<string, string>;

/** One row per thing, then per link and event, then what nothing can be made of; one table with a column of kinds. */
export interface GraphTable {
  readonly columns: readonly string[];
  batches(): AsyncGenerator<readonly SourceRow[]>;
}

export function tableOf(graph: Graph): GraphTable {
  const columns = columnsOf(graph);
  return {
    columns,
    async *batches() {
      let held: SourceRow[] = [];
      for (const row of rowsOf(graph, columns)) {
        held.push(row);
        if (held.length < BATCH) continue;
        yield held;
        held = [];
      }
      yield held;
    },
  };
}

/** The fixed columns that hold anything, the numbers by kind, then whatever the file itself says. */
function columnsOf(graph: Graph): string[] {
  const found = new Set<string>(['kind']);
  const attributes = new Set<string>();
  const numbers = new Set<string>();
  const visit = (values: Values, properties: Texts): void => {
    for (const name in values) if (values[name] !== '') (FIXED.has(name) ? found : numbers).add(name);
    for (const name of Object.keys(properties)) attributes.add(attributeColumn(name));
  };
  for (const node of allNodes(graph)) visit(nodeValues(node), node.properties);
  for (const link of graph.links) visit(linkValues(graph, link), link.properties);
  for (const event of graph.events) visit(eventValues(graph, event), event.properties);
  for (const [first, ...others] of WITH) if (found.has(first)) for (const name of others) found.add(name);
  const own = [...attributes].slice(0, MOST_ATTRIBUTES);
  const rest = attributes.size > MOST_ATTRIBUTES ? [REST] : [];
  return [...FIXED_COLUMNS.filter((name) => found.has(name)), ...[...numbers].sort(), ...own, ...rest];
}

/** A file may call every attribute differently; those beyond this stand together, named, in one column. */
const MOST_ATTRIBUTES = 300;
const REST = 'more';
const LONGEST_RAW = 500;

/** Columns the specification asks for wherever the first of them is there. */
const WITH = [['id', 'type', 'label'], ...END_COLUMNS.link, ...END_COLUMNS.event] as const;

const FIXED: ReadonlySet<string> = new Set(FIXED_COLUMNS);

const CACHE_LIMIT = 10_000;
const columnOf = new Map<string, string>();

function attributeColumn(name: string): string {
  const known = columnOf.get(name);
  if (known !== undefined) return known;
  const column = isReserved(name) ? `${name}${ATTRIBUTE_AGAIN}` : name;
  if (columnOf.size >= CACHE_LIMIT) columnOf.clear();
  columnOf.set(name, column);
  return column;
}

function* allNodes(graph: Graph): Generator<GraphNode> {
  yield* graph.nodes.values();
  yield* graph.again;
}

type RowMaker = (line: number, kind: string, values: Values, properties: Texts) => SourceRow;

function* rowsOf(graph: Graph, columns: readonly string[]): Generator<SourceRow> {
  const row = rowMaker(columns);
  for (const node of allNodes(graph)) yield row(node.line, 'entity', nodeValues(node), node.properties);
  for (const drawn of graph.links) {
    const link = asMeant(graph, drawn);
    const code = linkProblem(graph, link);
    if (code !== null) yield problem(link.line, code, described(link));
    else yield row(link.line, 'link', linkValues(graph, link), link.properties);
  }
  for (const event of graph.events) {
    const isWhole = [event.from, event.to].every((key) => key === '' || graph.nodes.has(key));
    if (isWhole) yield row(event.line, 'event', eventValues(graph, event), event.properties);
    else yield problem(event.line, 'link-end-missing', described(event));
  }
  for (const { line, code, raw } of graph.faults) yield problem(line, code, raw);
}

function rowMaker(columns: readonly string[]): RowMaker {
  const at = new Map(columns.map((name, index) => [name, index]));
  return (line, kind, values, properties) => {
    const cells = new Array<string>(columns.length).fill('');
    const put = (name: string, value: string): boolean => {
      const index = at.get(name);
      if (index !== undefined) cells[index] = value;
      return index !== undefined;
    };
    put('kind', kind);
    for (const [name, value] of Object.entries(values)) put(name, value);
    const rest: string[] = [];
    for (const [name, value] of Object.entries(properties)) {
      if (!put(attributeColumn(name), value) && value !== '') rest.push(`${name}: ${value}`);
    }
    if (rest.length > 0) put(REST, rest.join('; '));
    return { line, cells, problem: null };
  };
}

const OWNERS: ReadonlySet<string> = new Set(['person', 'organisation', 'criminal_group']);
const OF_OWNERS: ReadonlySet<string> = new Set([
  'owns',
  'uses',
  'drives',
  'directs',
  'controls',
  'leads',
  'holds_document',
]);

/** A line without an arrow between a person and a thing: the thing does not own the person. */
function asMeant(graph: Graph, link: GraphLink): GraphLink {
  if (!link.isUndirected || !OF_OWNERS.has(link.type)) return link;
  const isOwner = (key: string): boolean => OWNERS.has(graph.nodes.get(key)?.type ?? '');
  return isOwner(link.to) && !isOwner(link.from) ? { ...link, from: link.to, to: link.from } : link;
}

function problem(line: number, code: string, raw: string): SourceRow {
  return { line, cells: [], problem: { code, raw: raw.slice(0, LONGEST_RAW) } };
}

function linkProblem(graph: Graph, { from, to }: GraphLink): string | null {
  if (!graph.nodes.has(from) || !graph.nodes.has(to)) return 'link-end-missing';
  return from === to ? 'link-to-itself' : null;
}

function described(one: GraphLink | GraphEvent): string {
  const said = Object.entries(one.properties).map(([name, value]) => `${name}: ${value}`);
  return [`${one.from} → ${one.to}`, one.type, one.start, ...said].filter((part) => part !== '').join('; ');
}

function nodeValues(node: GraphNode): Values {
  const { key, type, label, country, status } = node;
  const values: Values = { id: key, type, label, country, status };
  const counts = new Map<string, number>();
  for (const { kind, value } of node.identifiers) {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    values[identifierColumn(kind, number)] = value;
  }
  return values;
}

function ends(graph: Graph, columns: readonly (readonly string[])[], keys: readonly string[]): Values {
  const values: Values = {};
  let at = 0;
  for (const [name = '', type = '', id = ''] of columns) {
    const node = graph.nodes.get(keys[at] ?? '');
    at += 1;
    if (node === undefined) continue;
    values[name] = node.label;
    values[type] = node.type;
    values[id] = node.key;
  }
  return values;
}

function linkValues(graph: Graph, link: GraphLink): Values {
  const { from, to, type, strength, start, end } = link;
  return {
    ...ends(graph, END_COLUMNS.link, [from, to]),
    link: type,
    strength,
    'link start': start,
    'link end': end,
  };
}

/** A payment whose amount is known stands in a column of its own: only of such rows an amount is asked. */
function eventValues(graph: Graph, event: GraphEvent): Values {
  const { type, from, to, start, end, duration, amount, currency, place, latitude, longitude } = event;
  const isPriced = amount !== '' && currency !== '';
  return {
    ...ends(graph, END_COLUMNS.event, [from, to]),
    [isPriced ? 'priced event' : 'event']: type,
    start,
    end,
    duration,
    place,
    latitude,
    longitude,
    ...(isPriced ? { amount, currency } : {}),
  };
}
