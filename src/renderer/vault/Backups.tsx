import { type ReactElement, useEffect, useState } from 'react';
import { Button, formatInstant } from '../ui/index.ts';
import { call, language, runJob, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { BackupTable } from './BackupTable.tsx';
import { wishRestore } from './gate-wish.ts';
import { JobLine } from './JobLine.tsx';
import { RemoveBackups } from './RemoveBackups.tsx';

/** What is kept of the vault: made now, brought back, taken away. */
export function Backups(props: { readonly path: string; readonly onLock: () => void }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const list = useAsk('backup.list', { path: null });
  const { refetch } = list;
  // The schedule makes some too, and a new key makes those of before old.
  useEffect(() => void refetch(), [refetch]);
  const [jobId, setJobId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [removing, setRemoving] = useState(false);
  const { busy, error, run } = useAttempt();
  const make = async (): Promise<void> => {
    const started = await call('backup.make', {});
    setJobId(started.jobId);
    await runJob(started.jobId).finally(() => refetch());
  };
  const restore = (backup: string): void => {
    wishRestore(props.path, backup);
    props.onLock();
  };
  const toggle = (name: string): void =>
    setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  if (removing)
    return (
      <RemoveBackups
        names={chosen}
        onDone={() => {
          setRemoving(false);
          setChosen([]);
          void refetch();
        }}
      />
    );
  return (
    <section>
      <p className="muted">{t('keys:backup.explain', { folder: list.data?.folder ?? '' })}</p>
      <div className="button-row">
        <Button primary disabled={busy} onClick={() => void run(make)}>
          {t('keys:backup.make')}
        </Button>
        <Button disabled={busy || chosen.length === 0} onClick={() => setRemoving(true)}>
          {t('keys:backup.remove', { count: chosen.length })}
        </Button>
      </div>
      <JobLine jobId={jobId} />
      {error === null ? null : <p role="alert">{error}</p>}
      <BackupTable
        backups={list.data?.backups ?? []}
        before={(one) => (
          <input
            type="checkbox"
            aria-label={formatInstant(one.at, zone, language())}
            checked={chosen.includes(one.name)}
            onChange={() => toggle(one.name)}
          />
        )}
        after={(one) => <Button onClick={() => restore(one.name)}>{t('keys:backup.restore')}</Button>}
      />
      <p className="muted">{t('keys:backup.restoreWhy')}</p>
    </section>
  );
}
