import type { Graph, Texts } from './graph.ts';
import { labelNumber } from './numbers.ts';
import { entityTypeOf, linkTypeOf } from './type-words.ts';

interface PlainNode {
  readonly line: number;
  readonly key: string;
  readonly label: string;
  readonly data: Texts;
}

interface PlainLink {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly direction: string;
  readonly data: Texts;
  readonly start?: string;
  readonly end?: string;
}

const LABELS = [
  'label',
  'edge label',
  'name',
  'title',
  'назва',
  'імя',
  'название',
  'имя',
  'nume',
  'denumire',
];
const TYPES = [
  'type',
  'kind',
  'category',
  'entitytype',
  'entity_type',
  'labels',
  'class',
  'тип',
  'категорія',
  'категория',
  'tip',
];

/** A node of a format that knows no kinds of things: an attribute called label and one called type say what it is. */
export function addPlainNode(graph: Graph, { line, key, label, data }: PlainNode): void {
  const [labelName, labelled] = first(data, LABELS);
  const [, kind] = first(data, TYPES);
  const shown = oneLine(label) || oneLine(labelled);
  const type = entityTypeOf(kind) ?? '';
  graph.node({
    line,
    key,
    type,
    label: shown,
    identifiers: labelNumber(type, shown),
    properties: shown === oneLine(labelled) ? without(data, labelName) : data,
  });
}

/** An edge of such a format; what it is called stays as its name. */
export function addPlainLink(graph: Graph, link: PlainLink): void {
  const { line, from, to, label, direction, data, start = '', end = '' } = link;
  const [labelName, labelled] = first(data, LABELS);
  const [, kind] = first(data, TYPES);
  const name = oneLine(label) || oneLine(labelled);
  graph.link({
    line,
    from,
    to,
    start,
    end,
    isUndirected: direction === '',
    type: linkTypeOf(kind) ?? linkTypeOf(name) ?? 'other',
    properties: {
      ...(name === oneLine(labelled) ? without(data, labelName) : data),
      ...(name === '' ? {} : { name }),
      ...(direction === '' ? {} : { direction }),
    },
  });
}

/** The attribute called by the first of the names that one is called by; in whatever case. */
function first(data: Texts, names: readonly string[]): [string, string] {
  let best = names.length;
  let found: [string, string] = ['', ''];
  for (const key in data) {
    const rank = names.indexOf(key.toLowerCase());
    const value = data[key]?.trim() ?? '';
    if (rank < 0 || rank >= best || value === '') continue;
    best = rank;
    found = [key, value];
  }
  return found;
}

/** Editors break long labels over several lines. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function without(data: Texts, name: string): Texts {
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
}
