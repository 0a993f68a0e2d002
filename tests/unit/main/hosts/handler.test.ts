import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRST_SCREEN_ELEMENT, type FirstScreen } from '../../../../src/contract/first-screen.ts';
import {
  CONTENT_SECURITY_POLICY,
  createHandler,
  type HandlerParts,
} from '../../../../src/main/hosts/handler.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

function handler(more: Partial<HandlerParts> = {}, html = '<p>page</p>') {
  const folder = temporaryFolder();
  const rendererFolder = join(folder, 'вікно one');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), html);
  writeFileSync(join(rendererFolder, 'assets', 'a.js'), 'export {}');
  writeFileSync(join(rendererFolder, 'secret.bin'), 'x');
  writeFileSync(join(folder, 'outside.json'), '{}');
  const engine = async (request: Request) => Response.json({ asked: new URL(request.url).pathname });
  const handle = createHandler({ rendererFolder, engine, ...more });
  return (path: string, init?: RequestInit) => handle(new Request(`https://iforce.invalid${path}`, init));
}

test('files come with their type and the policy', async () => {
  const ask = handler();
  const page = await ask('/');
  expect(await page.text()).toBe('<p>page</p>');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect((await ask('/assets/a.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('the page carries what its first screen shows, whatever stands in a path, until the engine knows more', async () => {
  const recentVaults = ['/home/Ганна/</script><img src=x>$&.vault'];
  const first: FirstScreen = {
    settings: { language: 'uk', theme: 'dark', timeZone: 'Europe/Kyiv', analyst: 'Ганна' },
    status: { state: 'none', path: null, name: null, idleSecondsLeft: null, notices: [] },
    recentVaults,
  };
  let known: FirstScreen | null = first;
  const ask = handler({ firstScreen: () => known }, `<p>page</p>${FIRST_SCREEN_ELEMENT}`);
  const page = await ask('/?render=chart');
  expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  const html = await page.text();
  expect(html.match(/<\/script>/gu)).toHaveLength(1);
  expect(JSON.parse(/id="first-screen">(.*)<\/script>/u.exec(html)?.[1] ?? '')).toEqual(first);
  known = null;
  expect(await (await ask('/')).text()).toBe(`<p>page</p>${FIRST_SCREEN_ELEMENT}`);
});

test('the built page has the empty element', () => {
  expect(readFileSync('src/renderer/index.html', 'utf8')).toContain(FIRST_SCREEN_ELEMENT);
});

test('the policy lets nothing in from elsewhere', () => {
  const rules = Object.fromEntries(
    CONTENT_SECURITY_POLICY.split('; ').map((rule) => [
      rule.split(' ')[0],
      rule.split(' ').slice(1).join(' '),
    ]),
  );
  expect(rules['default-src']).toBe("'none'");
  expect(rules['script-src']).toBe("'self'");
  expect(rules['connect-src']).toBe("'self'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|unsafe-eval|\*/);
});

test.each([
  '/%2e%2e/outside.json',
  '/..%2foutside.json',
  '/assets/..%2f..%2foutside.json',
  '/..%5coutside.json',
  '/%00index.html',
  '/%zz',
  '/assets',
  '/secret.bin',
  '/nothing.js',
])('%s is not answered', async (path) => {
  expect((await handler()(path)).status).toBe(404);
});

test('rpc and upload go to the engine by POST only', async () => {
  const ask = handler();
  expect(await (await ask('/rpc/vault.status', { method: 'POST', body: '{}' })).json()).toEqual({
    asked: '/rpc/vault.status',
  });
  expect(await (await ask('/upload?name=a', { method: 'POST', body: 'x' })).json()).toEqual({
    asked: '/upload',
  });
  expect((await ask('/rpc/vault.status')).status).toBe(405);
  expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405);
});

test('the host answers host.chooseFiles itself where it has a dialog; a bad wish goes to the engine', async () => {
  const ask = handler({ chooseFiles: async ({ purpose }) => [`/chosen/${purpose}`] });
  const choose = (body: string) =>
    ask('/rpc/host.chooseFiles', { method: 'POST', body }).then((reply) => reply.json());
  expect(await choose('{"purpose":"open-files"}')).toEqual({
    ok: true,
    value: { paths: ['/chosen/open-files'] },
  });
  expect(await choose('{"purpose":"delete"}')).toEqual({ asked: '/rpc/host.chooseFiles' });
  expect(await choose('not json')).toEqual({ asked: '/rpc/host.chooseFiles' });
});
