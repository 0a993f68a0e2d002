import { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { FirstScreen } from '../../contract/first-screen.ts';
import type { VaultStatus } from '../../contract/vault.ts';
import { call, openFile, problemOf, useDesk } from '../workspace/index.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: false },
  },
});

interface Session {
  /** null until the engine answered for the first time. */
  readonly status: VaultStatus | null;
  /** When the status was read, for counting the idle seconds down between two readings. */
  readonly readAt: number;
  readonly error: string | null;
  /** False on the way in: a new vault is unlocked already while its recovery words are still on the screen. */
  readonly entered: boolean;
}
export const useSession = create<Session>(() => ({ status: null, readAt: 0, error: null, entered: false }));

/** Only the id, so that the file lies open again after the next unlock of this window. */
const LAST_FILE = 'last-file';

/**
 * Nothing of the case stays in the page: it is made anew. To empty stores and caches one by one would leave what closures,
 * views and libraries remember. What was on the screen goes at once.
 */
function forget(): void {
  const { fileId } = useDesk.getState();
  if (fileId !== null) sessionStorage.setItem(LAST_FILE, fileId);
  document.body.hidden = true;
  location.reload();
}

function take(status: VaultStatus): void {
  const before = useSession.getState().status?.state;
  const unlocked = status.state === 'unlocked';
  if (before === 'unlocked' && !unlocked) {
    forget();
    return;
  }
  const entered = unlocked && (useSession.getState().entered || before === undefined);
  useSession.setState({ status, readAt: Date.now(), error: null, entered });
}

/** What the host knew of the vaults when it made the page. */
export function takeFirstScreen(first: FirstScreen): void {
  take(first.status);
  queryClient.setQueryData(['vault.recent'], { paths: first.recentVaults });
}

export async function readStatus(): Promise<void> {
  try {
    take(await call('vault.status', {}));
  } catch (caught) {
    useSession.setState({ error: problemOf(caught).message });
  }
}

export async function lockNow(): Promise<void> {
  document.body.hidden = true;
  await call('vault.lock', {}).catch(() => null);
  forget();
}

/** After unlock: the file that was open last, or the only one there is; otherwise the start screen. */
export async function enterVault(): Promise<void> {
  await readStatus();
  const { files } = await call('analysisFile.list', {});
  const last = sessionStorage.getItem(LAST_FILE);
  const file = files.find((one) => one.id === last) ?? (files.length === 1 ? files[0] : undefined);
  if (file !== undefined) openFile(file.id);
  useSession.setState({ entered: true });
}

const ACTIVITY_EVERY = 20_000;
let lastActivity = 0;

/** Reading and dragging ask the engine nothing: so that it does not take them for idleness, tell it now and then. */
export function personActive(): void {
  if (Date.now() - lastActivity < ACTIVITY_EVERY) return;
  lastActivity = Date.now();
  call('host.info', {}).then(readStatus, readStatus);
}
