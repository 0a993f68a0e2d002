import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { chromiumProgram } from './chromium-program.ts';
import type { Host, HostParts } from './host.ts';
import { makeProfileFolder } from './profile-folder.ts';
import { watchSessionLock } from './session-lock.ts';

/** A name that no resolver may ever answer (RFC 6761); the requests to it never leave the pipe. */
export const ORIGIN = 'https://iforce.invalid';

const FLAGS = [
  '--app=about:blank',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--no-pings',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,DialMediaRouteProvider',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** The driver's own flag that lays the memory shared by Chromium's processes, page contents too, into a temporary folder. */
const UNWANTED = ['--disable-dev-shm-usage'];

export interface WindowWish {
  readonly headless?: boolean;
  readonly width?: number;
  readonly height?: number;
}

export interface ChromiumWindow {
  readonly page: Page;
  /** The private profile; gone after `close`. */
  readonly profileFolder: string;
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

async function answer(route: Route, handle: HostParts['handle']): Promise<void> {
  const asked = route.request();
  if (new URL(asked.url()).origin !== ORIGIN) return route.abort('blockedbyclient');
  const body = asked.postDataBuffer();
  const request = new Request(asked.url(), {
    method: asked.method(),
    headers: asked.headers(),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  });
  const response = await handle(request);
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** A handler that fails must not leave the page waiting: the request is aborted, which the page takes as an error. */
async function answerOrAbort(route: Route, handle: HostParts['handle']): Promise<void> {
  try {
    await answer(route, handle);
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'error';
    await route
      .abort()
      .catch(() => process.stderr.write(`chromium host: window closed before an answer (${kind})\n`));
  }
}

function launch(profile: string, wish: WindowWish): Promise<BrowserContext> {
  const size = { width: wish.width ?? 1366, height: wish.height ?? 768 };
  const root = process.getuid?.() === 0;
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumProgram(),
    headless: wish.headless ?? false,
    chromiumSandbox: !root,
    ignoreDefaultArgs: UNWANTED,
    args: [...FLAGS, `--window-size=${size.width},${size.height}`, ...(root ? ['--no-sandbox'] : [])],
    viewport: wish.headless === true ? size : null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
  });
}

/**
 * Opens the page at `path` in the system's Chromium, driven over a pipe: no port is opened, every request is answered
 * here or aborted, the profile is a private folder that goes with the window.
 */
export async function openWindow(
  path: string,
  handle: HostParts['handle'],
  wish: WindowWish = {},
): Promise<ChromiumWindow> {
  const profile = makeProfileFolder();
  let started: BrowserContext | null = null;
  try {
    const context = await launch(profile.path, wish);
    started = context;
    const closed = new Promise<void>((resolve) => {
      context.once('close', () => void profile.remove().then(resolve));
    });
    await context.route('**/*', (route) => answerOrAbort(route, handle));
    await context.routeWebSocket('**/*', (socket) => void socket.close());
    const page = context.pages()[0] ?? (await context.newPage());
    context.on('page', (other) => void other.close());
    // A browser that was killed cannot be asked to close: its window is gone already.
    const end = (): void => void context.close().catch(() => undefined);
    page.once('close', end);
    page.once('crash', end);
    await page.goto(`${ORIGIN}${path}`);
    return {
      page,
      profileFolder: profile.path,
      closed,
      async close() {
        await context.close();
        await closed;
      },
    };
  } catch (error) {
    await started?.close();
    await profile.remove();
    throw error;
  }
}

export async function startChromium(parts: HostParts): Promise<Host> {
  const window = await openWindow('/', parts.handle);
  const stopWatching = watchSessionLock(() => void parts.lock());
  const closed = window.closed.then(stopWatching).then(() => parts.lock());
  return { name: 'chromium', closed, close: () => window.close() };
}
