import type { XmlVisitor } from './xml-rows.ts';

/** One record of a file as a small tree; never the whole file. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly line: number;
  text: string;
}

/** A record of more elements than this is none. */
const MOST_NODES = 2_000_000;

/**
 * Gathers the elements named in `records` as trees and hands each over when it is whole; `opened` learns of every
 * element outside them.
 */
export function gatherTrees(
  records: ReadonlySet<string>,
  handle: (record: XmlNode) => void,
  opened: (tag: string) => void = () => undefined,
): XmlVisitor {
  const stack: XmlNode[] = [];
  let nodes = 0;
  return {
    open(tag, attributes, line) {
      const parent = stack.at(-1);
      if (parent === undefined && !records.has(tag)) {
        opened(tag);
        return;
      }
      nodes += 1;
      if (nodes > MOST_NODES) throw new Error('record too large');
      const node: XmlNode = { tag, attributes, children: [], line, text: '' };
      parent?.children.push(node);
      stack.push(node);
    },
    close(_tag, text) {
      const node = stack.pop();
      if (node === undefined) return;
      if (node.children.length === 0) node.text = text;
      if (stack.length > 0) return;
      nodes = 0;
      handle(node);
    },
  };
}

const steps = new Map<string, readonly string[]>();

/** Paths are a few fixed texts, taken apart once. */
function stepsOf(path: string): readonly string[] {
  const known = steps.get(path);
  if (known !== undefined) return known;
  const parts = path.split('/');
  steps.set(path, parts);
  return parts;
}

/** Every node at a path like `NtryDtls/TxDtls`. */
export function nodesAt(node: XmlNode | undefined, path: string): XmlNode[] {
  const found: XmlNode[] = [];
  if (node !== undefined) collect(node, stepsOf(path), 0, found);
  return found;
}

function collect(node: XmlNode, path: readonly string[], depth: number, found: XmlNode[]): void {
  const tag = path[depth];
  for (const child of node.children) {
    if (child.tag !== tag) continue;
    if (depth === path.length - 1) found.push(child);
    else collect(child, path, depth + 1, found);
  }
}

export function nodeAt(node: XmlNode | undefined, path: string): XmlNode | undefined {
  return node === undefined ? undefined : firstAt(node, stepsOf(path), 0, false);
}

/** Text of the first of these paths that has one. */
export function textAt(node: XmlNode | undefined, ...paths: readonly string[]): string {
  if (node === undefined) return '';
  for (const path of paths) {
    const found = firstAt(node, stepsOf(path), 0, true);
    if (found !== undefined) return found.text;
  }
  return '';
}

function firstAt(
  node: XmlNode,
  path: readonly string[],
  depth: number,
  withText: boolean,
): XmlNode | undefined {
  const tag = path[depth];
  const isLast = depth === path.length - 1;
  for (const child of node.children) {
    if (child.tag !== tag) continue;
    const found = isLast ? child : firstAt(child, path, depth + 1, withText);
    if (found !== undefined && (!isLast || !withText || found.text !== '')) return found;
  }
  return undefined;
}
