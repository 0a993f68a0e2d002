import { app, BrowserWindow, dialog, powerMonitor, protocol, type Session, session } from 'electron';
import type { ChooseFiles } from './handler.ts';
import type { Host, HostParts } from './host.ts';

const SCHEME = 'iforce';
const ORIGIN = `${SCHEME}://app`;
/** Everything the page may load; any other scheme never leaves the program. */
const ALLOWED = [`${ORIGIN}/`, 'data:', `blob:${ORIGIN}/`];

/** Must run before the app is ready. */
export function prepareElectron(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

function closeEveryWayOut(where: Session): void {
  where.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !ALLOWED.some((start) => details.url.startsWith(start)) });
  });
  where.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  where.setPermissionCheckHandler(() => false);
  where.setDevicePermissionHandler(() => false);
}

function keepContentsHere(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

function createWindow(title: string, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      preload,
    },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  return window;
}

/** The system's dialogs, behind `host.chooseFiles`. */
export const chooseFiles: ChooseFiles = async ({ purpose, suggestedName }) => {
  if (purpose === 'save-file') {
    const answer = await dialog.showSaveDialog(
      suggestedName === undefined ? {} : { defaultPath: suggestedName },
    );
    return answer.canceled ? [] : [answer.filePath];
  }
  const properties: ('openFile' | 'multiSelections' | 'openDirectory' | 'createDirectory')[] =
    purpose === 'open-folder' ? ['openDirectory', 'createDirectory'] : ['openFile', 'multiSelections'];
  return (await dialog.showOpenDialog({ properties })).filePaths;
};

/** The product's window: a scheme of our own answered by the handler, everything else refused. */
export async function startElectron(parts: HostParts & { readonly preload: string }): Promise<Host> {
  keepContentsHere();
  await app.whenReady();
  const where = session.defaultSession;
  closeEveryWayOut(where);
  protocol.handle(SCHEME, (request) => {
    if (!request.url.startsWith(`${ORIGIN}/`)) return new Response(null, { status: 403 });
    return parts.handle(request);
  });
  powerMonitor.on('suspend', () => void parts.lock());
  powerMonitor.on('lock-screen', () => void parts.lock());
  const window = createWindow(parts.title, parts.preload);
  window.webContents.on('render-process-gone', () => {
    void parts.lock().finally(() => {
      if (!window.isDestroyed()) window.reload();
    });
  });
  const closed = new Promise<void>((resolve) => {
    app.once('window-all-closed', () => void parts.lock().finally(resolve));
  });
  await window.loadURL(`${ORIGIN}/`);
  return {
    name: 'electron',
    closed,
    async close() {
      window.close();
      await closed;
    },
  };
}

export function quitElectron(): void {
  app.quit();
}
