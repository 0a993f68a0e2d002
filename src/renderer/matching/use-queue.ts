import { useEffect, useRef, useState } from 'react';
import type { MatchDecision, MatchPairRow } from '../../contract/matching.ts';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';
import { pairKey, remaining, scoreWords } from './queue.ts';

const NOBODY: ReadonlySet<string> = new Set();
/** The other views hear of decisions once a person rests: reloading them for each would hold up the next one. */
const REST_MS = 1200;

interface Done {
  readonly journalId: string;
  readonly key: string;
}

/**
 * The queue as a person works through it: a decided pair leaves at once and the next one stands in its place, while the
 * engine writes one decision after the other.
 */
export function useQueue(fileId: string, all: readonly MatchPairRow[]) {
  const t = useMessages();
  const [gone, setGone] = useState(NOBODY);
  const [chosen, setChosen] = useState(0);
  const [count, setCount] = useState(0);
  const { error, run } = useAttempt();
  const done = useRef<Done[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const { rows, at } = remaining(all, gone, chosen);

  useEffect(() => {
    if (waiting.current === 0 && all.length >= 0) setGone(NOBODY);
  }, [all]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  function tellLater(): void {
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(() => {
      if (waiting.current === 0) dataChanged();
      else tellLater();
    }, REST_MS);
  }
  /** One after the other; the first that fails shows why and brings the list back as it is. */
  function inLine(work: () => Promise<void>): void {
    waiting.current += 1;
    line.current = line.current
      .then(() => run(work))
      .then((problem) => {
        waiting.current -= 1;
        if (problem !== null) setGone(NOBODY);
        tellLater();
      });
  }

  function decide(decision: MatchDecision, leadId: string | null, reason: string): void {
    const pair = rows[at];
    if (pair === undefined) return;
    const key = pairKey(pair);
    setGone((before) => new Set(before).add(key));
    setChosen(at);
    setCount((before) => before + 1);
    const because = t('matching:autoReason', { score: scoreWords(pair.score) });
    const said = reason.trim() === '' && decision === 'same' ? because : reason.trim();
    const wish = { leftId: pair.left.id, rightId: pair.right.id, decision, reason: said };
    inLine(async () => {
      const { journalId } = await call('matching.decide', leadId === null ? wish : { ...wish, leadId });
      done.current.push({ journalId, key });
    });
  }

  /** The newest decision made here, whatever was done elsewhere since. */
  function undo(): void {
    inLine(async () => {
      const last = done.current.pop();
      if (last === undefined) return;
      const { entries } = await call('journal.list', { fileId, limit: 1 });
      if (entries[0]?.id === last.journalId) await call('journal.undo', { fileId });
      else await call('journal.undoEntry', { entryId: last.journalId, dependents: 'refuse' });
      setCount((before) => Math.max(0, before - 1));
      setGone((before) => new Set([...before].filter((key) => key !== last.key)));
      const back = all.findIndex((row) => pairKey(row) === last.key);
      if (back >= 0) setChosen(Math.min(at, back));
    });
  }

  return { rows, at, choose: setChosen, decide, undo, count, error };
}
