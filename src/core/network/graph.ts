/** One line of the network as numbers: ends by position in `nodes`, how often, and which type. */
export interface GraphLine {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Compressed sparse rows: neighbours of node i are `targets[offsets[i] … offsets[i+1]]`, both directions, so that a
 * hundred thousand lines fit in a few flat arrays and no object is made while walking.
 */
export interface Graph {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

export function buildGraph(size: number, lines: readonly GraphLine[]): Graph {
  const offsets = new Uint32Array(size + 1);
  const bump = (index: number): void => {
    offsets[index] = (offsets[index] ?? 0) + 1;
  };
  for (const line of lines) {
    bump(line.from + 1);
    bump(line.to + 1);
  }
  for (let i = 1; i <= size; i += 1) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
  const next = offsets.slice();
  const targets = new Uint32Array(lines.length * 2);
  const put = (from: number, to: number): void => {
    const place = next[from] ?? 0;
    targets[place] = to;
    next[from] = place + 1;
  };
  for (const line of lines) {
    put(line.from, line.to);
    put(line.to, line.from);
  }
  return { size, offsets, targets };
}

/**
 * Shortest path by number of steps (breadth first), as node positions from start to goal; null where none exists
 * within `maximumSteps` without the excluded nodes.
 */
export function shortestPath(
  graph: Graph,
  start: number,
  goal: number,
  options: { excluded?: ReadonlySet<number>; maximumSteps: number },
): number[] | null {
  if (start === goal) return [start];
  const before = new Int32Array(graph.size).fill(-1);
  before[start] = start;
  let edge = [start];
  for (let step = 0; step < options.maximumSteps && edge.length > 0; step += 1) {
    const found: number[] = [];
    for (const node of edge) {
      for (let i = graph.offsets[node] ?? 0; i < (graph.offsets[node + 1] ?? 0); i += 1) {
        const target = graph.targets[i] ?? 0;
        if (before[target] !== -1 || options.excluded?.has(target) === true) continue;
        before[target] = node;
        if (target === goal) return walkBack(before, start, goal);
        found.push(target);
      }
    }
    edge = found;
  }
  return null;
}

function walkBack(before: Int32Array, start: number, goal: number): number[] {
  const path = [goal];
  for (let node = goal; node !== start; ) {
    node = before[node] ?? start;
    path.push(node);
  }
  return path.reverse();
}
