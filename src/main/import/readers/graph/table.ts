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
    for (const name of Object.keys(values)) (FIXED.has(name) ? found : numbers).add(name);
    for (const name of Object.keys(properties)) attributes.add(attributeColumn(name));
  };
  for (const node of allNodes(graph)) visit(nodeValues(node), node.properties);
  for (const link of graph.links) visit(linkValues(graph, link), link.properties);
  for (const event of graph.events) visit(eventValues(graph, event), event.properties);
  for (const [first, ...others] of WITH) if (found.has(first)) for (const name of others) found.add(name);
  return [...FIXED_COLUMNS.filter((name) => found.has(name)), ...[...numbers].sort(), ...attributes];
}

/** Columns the specification asks for wherever the first of them is there. */
const WITH = [['id', 'type', 'label'], ...END_COLUMNS.link, ...END_COLUMNS.event] as const;

const FIXED: ReadonlySet<string> = new Set(FIXED_COLUMNS);

function attributeColumn(name: string): string {
  return isReserved(name) ? `${name}${ATTRIBUTE_AGAIN}` : name;
}

function* allNodes(graph: Graph): Generator<GraphNode> {
  yield* graph.nodes.values();
  yield* graph.again;
}

function* rowsOf(graph: Graph, columns: readonly string[]): Generator<SourceRow> {
  const at = new Map(columns.map((name, index) => [name, index]));
  const row = (line: number, kind: string, values: Values, properties: Texts): SourceRow => {
    const cells = columns.map(() => '');
    const put = (name: string, value: string): void => {
      const index = at.get(name);
      if (index !== undefined) cells[index] = value;
    };
    put('kind', kind);
    for (const [name, value] of Object.entries(values)) put(name, value);
    for (const [name, value] of Object.entries(properties)) put(attributeColumn(name), value);
    return { line, cells, problem: null };
  };
  const problem = (line: number, code: string, raw: string): SourceRow => ({
    line,
    cells: [],
    problem: { code, raw },
  });
  for (const node of allNodes(graph)) yield row(node.line, 'entity', nodeValues(node), node.properties);
  for (const link of graph.links) {
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

function linkProblem(graph: Graph, { from, to }: GraphLink): string | null {
  if (!graph.nodes.has(from) || !graph.nodes.has(to)) return 'link-end-missing';
  return from === to ? 'link-to-itself' : null;
}

function described(one: GraphLink | GraphEvent): string {
  const said = Object.entries(one.properties).map(([name, value]) => `${name}: ${value}`);
  return [`${one.from} → ${one.to}`, one.type, one.start, ...said].filter((part) => part !== '').join('; ');
}

function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
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
  return filled(values);
}

function ends(graph: Graph, columns: readonly (readonly string[])[], keys: readonly string[]): Values {
  const values: Values = {};
  for (const [at, [name = '', type = '', id = '']] of columns.entries()) {
    const node = graph.nodes.get(keys[at] ?? '');
    if (node === undefined) continue;
    values[name] = node.label;
    values[type] = node.type;
    values[id] = node.key;
  }
  return values;
}

function linkValues(graph: Graph, link: GraphLink): Values {
  const { from, to, type, strength, start, end } = link;
  return filled({
    ...ends(graph, END_COLUMNS.link, [from, to]),
    link: type,
    strength,
    'link start': start,
    'link end': end,
  });
}

/** A payment whose amount is known stands in a column of its own: only of such rows an amount is asked. */
function eventValues(graph: Graph, event: GraphEvent): Values {
  const { type, from, to, start, end, duration, amount, currency, place, latitude, longitude } = event;
  const isPriced = amount !== '' && currency !== '';
  return filled({
    ...ends(graph, END_COLUMNS.event, [from, to]),
    [isPriced ? 'priced event' : 'event']: type,
    start,
    end,
    duration,
    place,
    latitude,
    longitude,
    ...(isPriced ? { amount, currency } : {}),
  });
}
