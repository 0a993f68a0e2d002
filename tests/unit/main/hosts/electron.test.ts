import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (...values: never[]) => unknown;

/** A recording stand-in of the `electron` module: what our host asks of it is what the real one would be told. */
const said = vi.hoisted(() => ({
  calls: new Map<string, unknown[]>(),
  listeners: new Map<string, (...values: never[]) => unknown>(),
  contents: new Map<string, (...values: never[]) => unknown>(),
}));

vi.mock('electron', () => {
  const record =
    (name: string) =>
    (...values: unknown[]) => {
      said.calls.set(name, values);
    };
  const listen = (where: string) => (name: string, listener: Listener) => {
    said.listeners.set(`${where}:${name}`, listener);
  };
  class BrowserWindow {
    constructor(options: unknown) {
      said.calls.set('window', [options]);
    }
    removeMenu = record('removeMenu');
    once = listen('window');
    webContents = { on: listen('page') };
    isDestroyed = () => false;
    reload = record('reload');
    show = record('show');
    close = record('close');
    loadURL = async (url: string) => record('loadURL')(url);
  }
  const defaultSession = {
    webRequest: { onBeforeRequest: (listener: Listener) => said.listeners.set('request', listener) },
    setPermissionRequestHandler: (listener: Listener) => said.listeners.set('permission', listener),
    setPermissionCheckHandler: (listener: Listener) => said.listeners.set('permission-check', listener),
    setDevicePermissionHandler: (listener: Listener) => said.listeners.set('device', listener),
  };
  return {
    app: {
      enableSandbox: record('enableSandbox'),
      whenReady: async () => undefined,
      on: listen('app'),
      once: listen('app'),
      quit: record('quit'),
      isPackaged: true,
    },
    BrowserWindow,
    dialog: {
      showOpenDialog: async (options: unknown) => {
        record('open')(options);
        return { canceled: false, filePaths: ['/a.csv'] };
      },
      showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    },
    powerMonitor: { on: listen('power') },
    protocol: {
      registerSchemesAsPrivileged: record('schemes'),
      handle: (scheme: string, listener: Listener) => said.listeners.set(`scheme:${scheme}`, listener),
    },
    session: { defaultSession },
  };
});

const { chooseFiles, prepareElectron, startElectron } = await import(
  '../../../../src/main/hosts/electron.ts'
);

let locks = 0;
const handled: string[] = [];

beforeEach(async () => {
  locks = 0;
  prepareElectron();
  await startElectron({
    title: 'probe',
    preload: '/preload.cjs',
    async lock() {
      locks += 1;
    },
    async handle(request) {
      handled.push(request.url);
      return new Response('answer');
    },
  });
  const contents = {
    on: (name: string, listener: Listener) => said.contents.set(name, listener),
    setWindowOpenHandler: (listener: Listener) => said.contents.set('open', listener),
  };
  call(said.listeners, 'app:web-contents-created', {}, contents);
});

function call(where: Map<string, Listener>, name: string, ...values: unknown[]): unknown {
  const listener = where.get(name);
  if (listener === undefined) throw new Error(`nobody listens to ${name}`);
  return listener(...(values as never[]));
}

function prevented(name: string, url: string): boolean {
  const event = { url, preventDefault: vi.fn() };
  call(said.contents, name, event);
  return event.preventDefault.mock.calls.length > 0;
}

test('the page runs in a sandbox without Node', () => {
  expect(said.calls.has('enableSandbox')).toBe(true);
  expect(said.calls.get('window')?.[0]).toMatchObject({
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      preload: '/preload.cjs',
    },
  });
  expect(said.calls.get('loadURL')).toEqual(['iforce://app/']);
});

test('our scheme is standard and secure, and may not bypass the policy', () => {
  const [schemes] = said.calls.get('schemes') as [{ scheme: string; privileges: Record<string, boolean> }[]];
  expect(schemes).toHaveLength(1);
  expect(schemes[0]).toMatchObject({ scheme: 'iforce', privileges: { standard: true, secure: true } });
  expect(schemes[0]?.privileges.bypassCSP ?? false).toBe(false);
});

test.each([
  ['https://example.org/', true],
  ['http://localhost/', true],
  ['ws://example.org/', true],
  ['file:///etc/hosts', true],
  ['iforce://other/', true],
  ['iforce://app.example.org/', true],
  ['iforce://app/index.html', false],
  ['data:image/png;base64,AA==', false],
  ['blob:iforce://app/1', false],
])('a request to %s is cancelled: %s', (url, cancel) => {
  let decided: unknown;
  call(said.listeners, 'request', { url }, (answer: unknown) => {
    decided = answer;
  });
  expect(decided).toEqual({ cancel });
});

test('every permission and device is denied', () => {
  let granted: unknown;
  call(said.listeners, 'permission', {}, 'geolocation', (answer: unknown) => {
    granted = answer;
  });
  expect(granted).toBe(false);
  expect(call(said.listeners, 'permission-check')).toBe(false);
  expect(call(said.listeners, 'device')).toBe(false);
});

test('no new window, no way to another page, no embedded page', () => {
  expect(call(said.contents, 'open', { url: 'iforce://app/' })).toEqual({ action: 'deny' });
  expect(prevented('will-navigate', 'https://example.org/')).toBe(true);
  expect(prevented('will-navigate', 'iforce://application/')).toBe(true);
  expect(prevented('will-navigate', 'iforce://app/')).toBe(false);
  expect(prevented('will-redirect', 'iforce://app/')).toBe(true);
  expect(prevented('will-attach-webview', '')).toBe(true);
});

test('only our own host of the scheme is answered', async () => {
  const other = (await call(said.listeners, 'scheme:iforce', new Request('iforce://other/'))) as Response;
  expect(other.status).toBe(403);
  const ours = (await call(said.listeners, 'scheme:iforce', new Request('iforce://app/a.js'))) as Response;
  expect(await ours.text()).toBe('answer');
  expect(handled).toEqual(['iforce://app/a.js']);
});

test.each(['power:suspend', 'power:lock-screen', 'app:window-all-closed'])('%s locks the vault', (event) => {
  call(said.listeners, event);
  expect(locks).toBe(1);
});

test('a page that dies locks the vault; the window comes back with the first screen', async () => {
  call(said.listeners, 'page:render-process-gone');
  expect(locks).toBe(1);
  await vi.waitFor(() => expect(said.calls.has('reload')).toBe(true));
});

test('dialogs give the chosen paths, none when the person cancels', async () => {
  expect(await chooseFiles({ purpose: 'open-files' })).toEqual(['/a.csv']);
  expect(said.calls.get('open')).toEqual([{ properties: ['openFile', 'multiSelections'] }]);
  expect(await chooseFiles({ purpose: 'save-file', suggestedName: 'a.caf.age' })).toEqual([]);
});
