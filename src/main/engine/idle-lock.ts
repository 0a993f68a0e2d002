import { createJumpDetector } from './clock-jump.ts';

/** Counts down from the last activity of the person and then locks. */
export interface IdleLock {
  touch(): void;
  /** Something was asked, by a person or by the window itself: it is still there. */
  heard(): void;
  /** Whole seconds until the lock. */
  secondsLeft(): number;
  /** Why the vault is to be locked now; null where it may stay open. */
  due(): LockReason | null;
  stop(): void;
}

export type LockReason = 'idle' | 'suspend' | 'window';

export interface IdleRules {
  minutes(): number;
  /** Whether a window must be heard of: its page asks every few seconds, once a minute where it is hidden. */
  readonly hasWindow: boolean;
  lock(reason: LockReason): void;
  now?(): number;
  /** Stands still while the computer sleeps. */
  running?(): number;
}

const CHECK_MS = 1000;
const WINDOW_SILENT_MS = 180_000;

export function startIdleLock(rules: IdleRules): IdleLock {
  const now = rules.now ?? Date.now;
  const running = rules.running ?? (() => performance.now());
  const jumped = createJumpDetector(now, running);
  let last = now();
  let lastHeard = running();
  /** A clock set back must not lengthen the wait: it begins anew from where the clock stands. */
  function left(): number {
    last = Math.min(last, now());
    return Math.max(0, Math.ceil((last + rules.minutes() * 60_000 - now()) / 1000));
  }
  function due(): LockReason | null {
    if (jumped()) return 'suspend';
    if (left() === 0) return 'idle';
    return rules.hasWindow && running() - lastHeard >= WINDOW_SILENT_MS ? 'window' : null;
  }
  const timer = setInterval(() => {
    const reason = due();
    if (reason !== null) rules.lock(reason);
  }, CHECK_MS);
  timer.unref();
  return {
    touch() {
      last = now();
    },
    heard() {
      lastHeard = running();
    },
    secondsLeft: left,
    due,
    stop: () => clearInterval(timer),
  };
}
