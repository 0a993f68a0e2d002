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

/** Every node at a path like `NtryDtls/TxDtls`. */
export function nodesAt(node: XmlNode | undefined, path: string): XmlNode[] {
  let found = node === undefined ? [] : [node];
  for (const tag of path.split('/'))
    found = found.flatMap(({ children }) => children.filter((child) => child.tag === tag));
  return found;
}

export function nodeAt(node: XmlNode | undefined, path: string): XmlNode | undefined {
  return nodesAt(node, path)[0];
}

/** Text of the first of these paths that has one. */
export function textAt(node: XmlNode | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = nodesAt(node, path).find((one) => one.text !== '')?.text;
    if (text !== undefined) return text;
  }
  return '';
}

/** Texts of all leaves of a node, for what the program has no column for. */
export function leavesOf(node: XmlNode | undefined): string[] {
  if (node === undefined) return [];
  if (node.children.length === 0) return node.text === '' ? [] : [node.text];
  return node.children.flatMap(leavesOf);
}
