import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page, type Route } from 'playwright-core';
import { CommandFailed } from './failure.ts';
import { say } from './messages.ts';
import { rendererFolder } from './places.ts';

const ORIGIN = 'http://iforce.localhost';
const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The Chromium of the system, or of IFORCE_CHROMIUM. */
function browserPath(): string {
  const found = [process.env.IFORCE_CHROMIUM ?? '', ...CANDIDATES].find(
    (path) => path !== '' && existsSync(path),
  );
  if (found !== undefined) return found;
  throw new CommandFailed('cli.no-browser', say('cli:error.no-browser'));
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}

/**
 * The real renderer in a Chromium without a window, driven over a pipe (no port). Its requests go to the engine of
 * this process, its files come from out/renderer, everything else is refused.
 */
export async function withPage<T>(
  request: (request: Request) => Promise<Response>,
  size: PageSize,
  work: (open: (query: string) => Promise<Page>) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(rendererFolder, 'index.html')))
    throw new CommandFailed('cli.not-built', say('cli:error.not-built'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: browserPath(),
    headless: true,
    args: [...QUIET, ...asRoot],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: size.width, height: size.height },
      colorScheme: size.theme,
      serviceWorkers: 'block',
    });
    await context.route('**/*', (route) => answer(route, request));
    return await work(async (query) => {
      const page = await context.newPage();
      await page.goto(`${ORIGIN}/${query}`);
      return page;
    });
  } finally {
    await browser.close();
  }
}

async function answer(route: Route, request: (request: Request) => Promise<Response>): Promise<void> {
  const asked = route.request();
  const url = new URL(asked.url());
  if (url.origin !== ORIGIN) return route.abort();
  if (asked.method() === 'GET') return file(route, url.pathname);
  const body = asked.postDataBuffer();
  const response = await request(
    new Request(asked.url(), {
      method: asked.method(),
      headers: { 'content-type': 'application/json' },
      body: body === null ? null : new Uint8Array(body),
    }),
  );
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function file(route: Route, pathname: string): Promise<void> {
  const path = normalize(
    join(rendererFolder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)),
  );
  if (!path.startsWith(rendererFolder) || !existsSync(path)) return route.fulfill({ status: 404, body: '' });
  return route.fulfill({
    contentType: TYPES[extname(path)] ?? 'application/octet-stream',
    body: readFileSync(path),
  });
}
