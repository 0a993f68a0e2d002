import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { chromiumProgram } from '../../src/main/hosts/chromium-program.ts';

/** The start script of a Chromium whose heap snapshots show strings whole; the usual ones end at 1,024 characters. */
export function talkativeChromium(folder: string): string {
  const path = join(folder, 'chromium.sh');
  writeFileSync(
    path,
    `#!/bin/sh\nexec '${chromiumProgram()}' --js-flags=--heap-snapshot-string-limit=100000000 "$@"\n`,
  );
  chmodSync(path, 0o700);
  return path;
}

async function snapshot(session: CDPSession): Promise<{ readonly strings: string[] }> {
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return JSON.parse(pieces.join(''));
}

/** Every string that the page's JavaScript still reaches, after what it does not reach was collected. */
export async function stringsReached(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    return (await snapshot(session)).strings;
  } finally {
    await session.detach();
  }
}

/** What the page shows and what it keeps for another day. */
export async function shownAndKept(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stores = [{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys()];
    return JSON.stringify([stores, document.title, document.cookie, history.state, location.href]);
  });
  return `${await page.content()}\n${kept}`;
}
