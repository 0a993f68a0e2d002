/** Counts down from the last activity of the person and then locks. */
export interface IdleLock {
  touch(): void;
  /** Whole seconds until the lock. */
  secondsLeft(): number;
  stop(): void;
}

const CHECK_MS = 1000;

export function startIdleLock(minutes: number, lock: () => void, now: () => number = Date.now): IdleLock {
  let last = now();
  /** A clock set back must not lengthen the wait: it begins anew from where the clock stands. */
  function left(): number {
    last = Math.min(last, now());
    return Math.max(0, Math.ceil((last + minutes * 60_000 - now()) / 1000));
  }
  const timer = setInterval(() => {
    if (left() === 0) lock();
  }, CHECK_MS);
  timer.unref();
  return {
    touch() {
      last = now();
    },
    secondsLeft: left,
    stop: () => clearInterval(timer),
  };
}
