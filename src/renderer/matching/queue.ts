import type { MatchDecision, MatchPairRow } from '../../contract/matching.ts';

export function pairKey({ left, right }: Pick<MatchPairRow, 'left' | 'right'>): string {
  return `${left.id}|${right.id}`;
}

export function scoreWords(score: number): string {
  return String(Math.round(score * 100));
}

/** What a key of the queue does; letters count by their place, so that they work on every layout. */
export type QueueAct = MatchDecision | 'undo' | 'up' | 'down' | 'left' | 'right' | 'note';

const KEYS: Readonly<Record<string, QueueAct>> = {
  KeyS: 'same',
  KeyD: 'different',
  KeyU: 'undecided',
  KeyZ: 'undo',
  KeyN: 'note',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function actOfKey(stroke: {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): QueueAct | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey || stroke.shiftKey) return null;
  return KEYS[stroke.code] ?? null;
}

export const DECISION_KEYS: Readonly<Record<MatchDecision, string>> = {
  same: 'S',
  different: 'D',
  undecided: 'U',
};

/** The rows that are still there, and which of them is chosen: what stood behind a decided one comes to its place. */
export function remaining(
  rows: readonly MatchPairRow[],
  gone: ReadonlySet<string>,
  chosen: number,
): { readonly rows: readonly MatchPairRow[]; readonly at: number } {
  const left = rows.filter((row) => !gone.has(pairKey(row)));
  return { rows: left, at: Math.max(0, Math.min(chosen, left.length - 1)) };
}
