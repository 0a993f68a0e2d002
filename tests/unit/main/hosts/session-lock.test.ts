import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { saysLocked, watchSessionLock } from '../../../../src/main/hosts/session-lock.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

const SECOND = '/org/freedesktop/login1/session/_32';
const LOCK = `${SECOND}: org.freedesktop.login1.Session.Lock ()`;
const HINT = (locked: boolean) =>
  `${SECOND}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'LockedHint': <${locked}>}, @as [])`;

test.each([
  ['the session is locked', LOCK, '2', true],
  ['the session tells that it is locked', HINT(true), '2', true],
  ['it is unlocked again', HINT(false), '2', false],
  ['another session is locked', LOCK, '3', false],
  ['a session is locked and nobody knows whose', LOCK, undefined, true],
  [
    'a session whose name is a letter and a number',
    '/org/freedesktop/login1/session/c2: org.freedesktop.login1.Session.Lock ()',
    'c2',
    true,
  ],
  [
    'the computer goes to sleep',
    '/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)',
    '2',
    true,
  ],
  [
    'it wakes up',
    '/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (false,)',
    '2',
    false,
  ],
])('%s', (_what, line, session, isLocked) => {
  expect(saysLocked(line, session)).toBe(isLocked);
});

test.runIf(process.platform === 'linux')(
  'what the bus says is heard; without it nothing breaks',
  async () => {
    const folder = join(temporaryFolder(), 'bin');
    mkdirSync(folder);
    writeFileSync(join(folder, 'gdbus'), `#!/bin/sh\necho "${LOCK}"\n`);
    chmodSync(join(folder, 'gdbus'), 0o700);
    const locked = vi.fn();
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
    vi.stubEnv('XDG_SESSION_ID', '2');
    const stop = watchSessionLock(locked);
    await vi.waitFor(() => expect(locked).toHaveBeenCalledOnce());
    stop();
    vi.stubEnv('PATH', temporaryFolder());
    const stopNothing = watchSessionLock(locked);
    await new Promise((resolve) => setTimeout(resolve, 50));
    stopNothing();
    expect(locked).toHaveBeenCalledOnce();
    vi.unstubAllEnvs();
  },
);
