import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const MANAGER = '/org/freedesktop/login1';

/** A session's id as it stands in its path on the bus: what is not a letter or digit, and a first digit, as hex. */
function pathOf(sessionId: string): string {
  const escaped = sessionId.replace(/^\d|[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
  return `${MANAGER}/session/${escaped}`;
}

/**
 * Whether a line of `gdbus monitor` says that the session was locked or the computer is about to sleep. Without the
 * session's id any session's lock counts: better locked once too often.
 */
export function saysLocked(line: string, sessionId: string | undefined): boolean {
  if (/login1\.Manager\.PrepareForSleep \(true/.test(line)) return true;
  if (!/login1\.Session\.Lock \(|'LockedHint': <true>/.test(line)) return false;
  return sessionId === undefined || line.startsWith(`${pathOf(sessionId)}:`);
}

/**
 * Tells when the person's session is locked, where the window host does not: by the bus of systemd's login service,
 * heard through the `gdbus` of the system. Where either is missing, only the other ways of locking are left.
 */
export function watchSessionLock(onLock: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const listener = spawn('gdbus', ['monitor', '--system', '--dest', 'org.freedesktop.login1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  listener.once('error', () => undefined);
  createInterface({ input: listener.stdout }).on('line', (line) => {
    if (saysLocked(line, process.env.XDG_SESSION_ID)) onLock();
  });
  return () => void listener.kill();
}
