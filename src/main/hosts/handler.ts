import { readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { FIRST_SCREEN_ELEMENT, type FirstScreen } from '../../contract/first-screen.ts';
import type { Input } from '../../contract/index.ts';
import { METHODS } from '../../contract/index.ts';

/** Strict content security policy of every page and file we answer. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

export type ChooseFiles = (wish: Input<'host.chooseFiles'>) => Promise<string[]>;

export interface HandlerParts {
  readonly rendererFolder: string;
  readonly engine: (request: Request) => Promise<Response>;
  /** The system's file dialog, where the host has one. */
  readonly chooseFiles?: ChooseFiles;
  /** Put into the page, so that it need not ask; null once the engine knows more than the settings file. */
  readonly firstScreen?: () => FirstScreen | null;
}

function refused(status: number): Response {
  return new Response(null, { status, headers: SAFE_HEADERS });
}

/** A path inside the folder, or null for one that leads out of it. */
function inside(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = resolve(join(folder, decoded === '/' ? 'index.html' : decoded));
  const way = relative(resolve(folder), path);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) ? null : path;
}

async function file(folder: string, pathname: string): Promise<Response> {
  const path = inside(folder, pathname);
  const type = path === null ? undefined : MEDIA_TYPES[extname(path).toLowerCase()];
  if (path === null || type === undefined) return refused(404);
  try {
    if (!(await stat(path)).isFile()) return refused(404);
    const bytes = new Uint8Array(await readFile(path));
    return new Response(bytes, {
      headers: { ...SAFE_HEADERS, 'content-type': type, 'cache-control': 'no-store' },
    });
  } catch {
    return refused(404);
  }
}

/** The page with what its first screen shows. Every `<` is escaped: no path or name can end the element. */
async function page(folder: string, first: FirstScreen | null): Promise<Response> {
  const plain = await file(folder, '/');
  if (!plain.ok || first === null) return plain;
  const json = JSON.stringify(first).replaceAll('<', '\\u003c');
  const filled = FIRST_SCREEN_ELEMENT.replace('null', () => json);
  const html = (await plain.text()).replace(FIRST_SCREEN_ELEMENT, () => filled);
  return new Response(html, { headers: plain.headers });
}

async function chosen(
  choose: ChooseFiles,
  request: Request,
  engine: HandlerParts['engine'],
): Promise<Response> {
  const copy = request.clone();
  const wish = METHODS['host.chooseFiles'].input.safeParse(await request.json().catch(() => null));
  if (!wish.success) return engine(copy);
  return Response.json({ ok: true, value: { paths: await choose(wish.data) } });
}

/** The one handler behind both hosts: the engine's door, the host's dialog, and the built renderer's files. */
export function createHandler(parts: HandlerParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/rpc/') || pathname === '/upload') {
      if (request.method !== 'POST') return refused(405);
      if (pathname === '/rpc/host.chooseFiles' && parts.chooseFiles)
        return chosen(parts.chooseFiles, request, parts.engine);
      return parts.engine(request);
    }
    if (request.method !== 'GET') return refused(405);
    if (pathname === '/') return page(parts.rendererFolder, parts.firstScreen?.() ?? null);
    return file(parts.rendererFolder, pathname);
  };
}
