import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Empty, useFileWish } from '../ui/index.ts';
import { VaultGate } from '../vault/index.ts';
import { useMessages } from '../workspace/index.ts';
import { JobCards } from './JobCards.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { enterVault, queryClient, readStatus, useSession } from './session.ts';

/** The first screen needs none of the views: they come while the passphrase is typed. */
const Desk = lazy(() => import('./Desk.tsx').then((found) => ({ default: found.Desk })));

/** Only the host without system dialogs asks with it, and only when a file is to be chosen. */
const FileBrowser = lazy(() =>
  import('../ui/FileBrowser.tsx').then((found) => ({ default: found.FileBrowser })),
);

/** Often enough that a lock by the engine clears the window at once, seldom enough to cost nothing. */
const STATUS_EVERY = 3000;
/** The first screen stands before the views are fetched and the engine starts; typing a passphrase takes longer. */
const AHEAD = 700;

function prepareForUnlock(): void {
  void readStatus();
  void import('./Desk.tsx');
}

function Inside(): ReactElement | null {
  const t = useMessages();
  const { status, error, entered } = useSession();
  if (error !== null && status === null) return <Empty title={t('common:noEngine')}>{error}</Empty>;
  if (status === null) return null;
  if (status.state === 'unlocked' && entered) {
    return (
      <Suspense fallback={null}>
        <Desk />
      </Suspense>
    );
  }
  return (
    <VaultGate onUnlocked={() => void enterVault()}>
      <LanguageChoice />
    </VaultGate>
  );
}

export function App(): ReactElement {
  const choosing = useFileWish((state) => state.wish !== null);
  useEffect(() => {
    const ahead = setTimeout(prepareForUnlock, AHEAD);
    const timer = setInterval(() => void readStatus(), STATUS_EVERY);
    return () => {
      clearInterval(timer);
      clearTimeout(ahead);
    };
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      <Inside />
      <JobCards />
      {choosing ? (
        <Suspense fallback={null}>
          <FileBrowser />
        </Suspense>
      ) : null}
    </QueryClientProvider>
  );
}
