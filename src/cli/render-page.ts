import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Failure } from '../core/result.ts';
import type { ChromiumWindow } from '../main/hosts/chromium.ts';
import { CommandFailed } from './failure.ts';
import { errorSentence, say } from './messages.ts';
import { rendererFolder } from './places.ts';

/** The program's own renderer in a Chromium without a window, answered by the engine of this process. */
export async function withPage<T>(
  engine: (request: Request) => Promise<Response>,
  size: { readonly width: number; readonly height: number },
  work: (open: (query: string) => Promise<Page>) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(rendererFolder, 'index.html')))
    throw new CommandFailed('cli.not-built', say('cli:error.not-built'));
  const { ORIGIN, openWindow } = await import('../main/hosts/chromium.ts');
  const { createHandler } = await import('../main/hosts/handler.ts');
  const handle = createHandler({ rendererFolder, engine });
  let window: ChromiumWindow | null = null;
  try {
    return await work(async (query) => {
      if (window === null) window = await openWindow(`/${query}`, handle, { headless: true, ...size });
      else await window.page.goto(`${ORIGIN}/${query}`);
      return window.page;
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, params } = error.error;
    throw new CommandFailed(
      code,
      errorSentence({ code, message: code, ...(params ? { params: { ...params } } : {}) }),
    );
  } finally {
    await close(window);
  }
}

async function close(window: ChromiumWindow | null): Promise<void> {
  await window?.close();
}
