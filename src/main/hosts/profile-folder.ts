import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 100;
const MOST_TRIES = 50;
/** Chromium's helpers end a moment after it and may write their folder anew: gone means still gone after pauses. */
const GONE_IN_A_ROW = 3;

/** False while somebody still writes into the folder; the next try or the program's exit takes the rest. */
function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    return true;
  } catch {
    return false;
  }
}

export interface ProfileFolder {
  readonly path: string;
  /** Resolves when the folder is gone for good. */
  remove(): Promise<void>;
}

/** A private folder (0700) for one window, removed with it and, should the program end early, at its exit. */
export function makeProfileFolder(): ProfileFolder {
  const path = mkdtempSync(join(tmpdir(), 'iforce-window-'));
  const atExit = (): void => void removed(path);
  process.once('exit', atExit);
  return {
    path,
    async remove() {
      let gone = 0;
      for (let tries = 0; gone < GONE_IN_A_ROW && tries < MOST_TRIES; tries += 1) {
        gone = existsSync(path) ? 0 : gone + 1;
        if (gone === 0) removed(path);
        await wait(PAUSE_MS);
      }
      if (gone > 0) process.removeListener('exit', atExit);
    },
  };
}
