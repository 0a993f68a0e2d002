import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChromiumWindow, ORIGIN, openWindow } from '../../../../src/main/hosts/chromium.ts';
import { CONTENT_SECURITY_POLICY } from '../../../../src/main/hosts/handler.ts';

const seen: string[] = [];
let window: ChromiumWindow;

async function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  seen.push(pathname);
  if (pathname === '/')
    return new Response('<title>probe</title>', { headers: { 'content-type': 'text/html' } });
  if (pathname === '/length') return Response.json({ bytes: (await request.arrayBuffer()).byteLength });
  if (pathname === '/echo') return Response.json({ text: await request.text(), method: request.method });
  if (pathname === '/fail') throw new Error('handler failed');
  if (pathname === '/policy') {
    const headers = { 'content-type': 'text/html', 'content-security-policy': CONTENT_SECURITY_POLICY };
    const page =
      "<title>quiet</title><script>document.title = 'inline ran'</script><script src='/loud.js'></script>";
    return new Response(page, { headers });
  }
  if (pathname === '/loud.js')
    return new Response('document.documentElement.dataset.own = "ran"', {
      headers: { 'content-type': 'text/javascript' },
    });
  return new Response(null, { status: 404 });
}

beforeAll(async () => {
  window = await openWindow('/', handle, { headless: true });
});
afterAll(() => window.close());

/** Every process below this one, by /proc. */
function processTree(): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      parents.set(Number(name), Number(fields[1]));
    } catch {
      parents.delete(Number(name));
    }
  }
  const found = [process.pid];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function listeningInodes(): string[] {
  return ['/proc/net/tcp', '/proc/net/tcp6'].filter(existsSync).flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A')
      .map((fields) => `socket:[${fields[9]}]`),
  );
}

test.runIf(process.platform === 'linux')('no process of the window listens on a TCP port', () => {
  const tree = processTree();
  expect(tree.length).toBeGreaterThan(2);
  const open = new Set(tree.flatMap(socketsOf));
  expect(listeningInodes().filter((inode) => open.has(inode))).toEqual([]);
});

test('the page reaches the handler: a POST with text, and 5 MB of bytes', async () => {
  const echoed = await window.page.evaluate(async () =>
    (await fetch('/echo', { method: 'POST', body: 'їжак' })).json(),
  );
  expect(echoed).toEqual({ text: 'їжак', method: 'POST' });
  const bytes = new Uint8Array(5_000_000).length;
  const answer = await window.page.evaluate(
    async (size) => (await fetch('/length', { method: 'POST', body: new Uint8Array(size) })).json(),
    bytes,
  );
  expect(answer).toEqual({ bytes });
});

test.each([
  'https://example.org/',
  'http://127.0.0.1:1/',
  'https://iforce.invalid.example.org/',
  'http://iforce.invalid/',
])('a request to %s is aborted and reaches nobody', async (address) => {
  const before = seen.length;
  const result = await window.page.evaluate(
    (url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'answered',
        () => 'refused',
      ),
    address,
  );
  expect(result).toBe('refused');
  expect(seen.length).toBe(before);
});

test('a web socket does not open', async () => {
  const result = await window.page.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket('wss://example.org/');
        socket.onmessage = () => resolve('message');
        socket.onclose = () => resolve('closed');
      }),
  );
  expect(result).toBe('closed');
});

test('the profile is private and goes with the window', async () => {
  const other = await openWindow('/', handle, { headless: true });
  expect(statSync(other.profileFolder).mode & 0o077).toBe(0);
  await other.close();
  expect(existsSync(other.profileFolder)).toBe(false);
});

test('a dropped file arrives whole', async () => {
  const answer = await window.page.evaluate(async () => {
    const body = new File([new Uint8Array(3_000_000)], 'a.csv');
    return (await fetch('/length', { method: 'POST', body })).json();
  });
  expect(answer).toEqual({ bytes: 3_000_000 });
});

test('a handler that fails ends the request, it does not hang', async () => {
  const result = await window.page.evaluate(() =>
    fetch('/fail').then(
      () => 'answered',
      () => 'ended',
    ),
  );
  expect(result).toBe('ended');
});

test('under our policy an inline script does not run, our own file does', async () => {
  await window.page.goto(`${ORIGIN}/policy`);
  expect(await window.page.title()).toBe('quiet');
  expect(await window.page.getAttribute('html', 'data-own')).toBe('ran');
});

/** The browser of a window, told by its profile. */
function browserOf(profileFolder: string): number {
  const own = processTree().filter((pid) => {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return words.includes(profileFolder) && !words.includes('--type=');
  });
  return own[0] ?? 0;
}

test('a page that dies ends its window', async () => {
  const other = await openWindow('/', handle, { headless: true });
  void other.page.goto('chrome://crash').catch(() => undefined);
  await other.closed;
  expect(existsSync(other.profileFolder)).toBe(false);
});

test.runIf(process.platform === 'linux')('a browser that is killed ends its window', async () => {
  const other = await openWindow('/', handle, { headless: true });
  process.kill(browserOf(other.profileFolder), 'SIGKILL');
  await other.closed;
  expect(existsSync(other.profileFolder)).toBe(false);
});
