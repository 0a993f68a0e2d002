import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Empty, FileBrowser } from '../ui/index.ts';
import { VaultGate } from '../vault/index.ts';
import { useMessages } from '../workspace/index.ts';
import { JobCards } from './JobCards.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { enterVault, queryClient, readStatus, useSession } from './session.ts';

/** The first screen needs none of the views: they come while the passphrase is typed. */
const Desk = lazy(() => import('./Desk.tsx').then((found) => ({ default: found.Desk })));

/** Often enough that a lock by the engine clears the window at once, seldom enough to cost nothing. */
const STATUS_EVERY = 3000;
/** The first screen stands before the views are fetched; typing a passphrase takes longer than this. */
const DESK_AHEAD = 700;

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
  useEffect(() => {
    const ahead = setTimeout(() => void import('./Desk.tsx'), DESK_AHEAD);
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
      <FileBrowser />
    </QueryClientProvider>
  );
}
