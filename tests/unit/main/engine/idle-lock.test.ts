import { expect, test, vi } from 'vitest';
import { startIdleLock } from '../../../../src/main/engine/idle-lock.ts';

test('a clock set back does not lengthen the wait for the lock', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  try {
    let locks = 0;
    const idle = startIdleLock(15, () => {
      locks += 1;
    });
    vi.advanceTimersByTime(10 * 60_000);
    vi.setSystemTime(Date.now() - 24 * 3_600_000);
    expect(idle.secondsLeft()).toBe(15 * 60);
    vi.advanceTimersByTime(16 * 60_000);
    expect(locks).toBeGreaterThan(0);
    idle.stop();
  } finally {
    vi.useRealTimers();
  }
});
