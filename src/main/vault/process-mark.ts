import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

const START_FIELD = 19;
/** Clocks are set and files are stamped by other clocks: only what is clearly before the start counts. */
const SLACK_MS = 60_000;

/**
 * What tells a process from a later one of the same number: the computer's start and the process's own, where the
 * system tells them (Linux); elsewhere null.
 */
export function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD];
    return start === undefined ? null : `${boot}:${start}`;
  } catch {
    return null;
  }
}

/** Whether the computer was started after that moment: no process of then can still live. */
export function isBeforeStart(since: string): boolean {
  return Date.parse(since) < Date.now() - uptime() * 1000 - SLACK_MS;
}
