import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJumpDetector } from '../../../../src/main/engine/clock-jump.ts';
import { type IdleRules, startIdleLock } from '../../../../src/main/engine/idle-lock.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The computer's two clocks go on together, but for what the test does to them. */
function watched(more: Partial<IdleRules> = {}) {
  const locks: string[] = [];
  let asleep = 0;
  const idle = startIdleLock({
    minutes: () => 15,
    hasWindow: true,
    lock: (reason) => locks.push(reason),
    running: () => Date.now() - asleep,
    ...more,
  });
  return {
    idle,
    locks,
    sleep(milliseconds: number) {
      asleep += milliseconds;
      vi.setSystemTime(Date.now() + milliseconds);
    },
    /** Time goes by in a window that asks, with or without a person. */
    pass(milliseconds: number, isPersonThere = false) {
      for (let passed = 0; passed < milliseconds; passed += 30_000) {
        idle.heard();
        if (isPersonThere) idle.touch();
        vi.advanceTimersByTime(30_000);
      }
    },
  };
}

test('a clock set back does not lengthen the wait for the lock', () => {
  const { idle, locks, pass } = watched({ running: () => 0, hasWindow: false });
  pass(10 * MINUTE);
  vi.setSystemTime(Date.now() - 24 * 60 * MINUTE);
  expect(idle.secondsLeft()).toBe(15 * 60);
  pass(16 * MINUTE);
  expect(locks).toContain('idle');
  idle.stop();
});

test('it locks after the minutes of the policy, also when they change meanwhile', () => {
  let minutes = 15;
  const { idle, locks, pass } = watched({ minutes: () => minutes });
  pass(10 * MINUTE);
  expect(locks).toEqual([]);
  minutes = 5;
  pass(30_000);
  expect(locks[0]).toBe('idle');
  idle.stop();
});

test('a computer that slept locks at the first moment after, however short', () => {
  const { idle, locks, sleep, pass } = watched();
  pass(MINUTE, true);
  sleep(2 * MINUTE);
  expect(idle.due()).toBe('suspend');
  sleep(2 * MINUTE);
  vi.advanceTimersByTime(1000);
  expect(locks).toEqual(['suspend']);
  idle.stop();
});

test('a window nobody hears of for three minutes locks; one that asks does not', () => {
  const { idle, locks, pass } = watched();
  pass(10 * MINUTE, true);
  expect(locks).toEqual([]);
  for (let second = 0; second < 181; second += 1) {
    idle.touch();
    vi.advanceTimersByTime(1000);
  }
  expect(locks[0]).toBe('window');
  idle.stop();
});

test('without a window there is none to hear of', () => {
  const { idle, locks } = watched({ hasWindow: false });
  for (let minute = 0; minute < 10; minute += 1) {
    idle.touch();
    vi.advanceTimersByTime(MINUTE);
  }
  expect(locks).toEqual([]);
  idle.stop();
});

test.each([
  ['clocks that go together', [1000, 1000], false],
  ['a correction of the clock by seconds', [1000, 6000], false],
  ['a sleep of a minute', [1000, 61_000], true],
  ['a clock set back', [1000, -3_600_000], false],
])('%s', (_what, [running = 0, wall = 0], isJump) => {
  let [wallNow, runningNow] = [1_000_000, 0];
  const jumped = createJumpDetector(
    () => wallNow,
    () => runningNow,
  );
  expect(jumped()).toBe(false);
  wallNow += wall;
  runningNow += running;
  expect(jumped()).toBe(isJump);
  expect(jumped()).toBe(false);
});
