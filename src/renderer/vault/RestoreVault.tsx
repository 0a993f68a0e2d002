import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatInstant } from '../ui/index.ts';
import { call, language, problemOf, useDesk, useMessages } from '../workspace/index.ts';
import { BackupTable } from './BackupTable.tsx';
import { PathField } from './PathField.tsx';
import { RecentVaults, useRecentVaults } from './RecentVaults.tsx';
import { RestoreForm } from './RestoreForm.tsx';

/** A backup in the place of a vault, which need not open any more. */
export function RestoreVault(props: {
  readonly path: string | null;
  readonly wanted: string | null;
  readonly onPath: (path: string) => void;
  /** With what was done, as a sentence. */
  readonly onRestored: (sentence: string) => void;
}): ReactElement {
  const t = useMessages();
  const recent = useRecentVaults();
  const zone = useDesk((desk) => desk.timeZone);
  const path = props.path ?? recent[0] ?? '';
  const [chosen, setChosen] = useState(props.wanted);
  const list = useQuery({
    queryKey: ['backup.list', path],
    queryFn: () => call('backup.list', { path }),
    enabled: path !== '',
    staleTime: 0,
  });
  const backups = list.data?.backups ?? [];
  const backup = backups.find((one) => one.name === chosen) ?? null;
  const day = backup === null ? '' : formatInstant(backup.at, zone, language());
  return (
    <section className="restore">
      <h1>{t('keys:restore.title')}</h1>
      <RecentVaults paths={recent} chosen={path} onChoose={props.onPath} />
      <PathField path={path} purpose="open-folder" onChange={props.onPath} />
      {list.error ? <p role="alert">{problemOf(list.error).message}</p> : null}
      {list.data === undefined ? null : (
        <BackupTable
          backups={backups}
          before={(one) => (
            <input
              type="radio"
              name="backup"
              aria-label={formatInstant(one.at, zone, language())}
              checked={one.name === chosen}
              onChange={() => setChosen(one.name)}
            />
          )}
        />
      )}
      {backup === null ? null : (
        <RestoreForm
          key={backup.name}
          path={path}
          backup={backup}
          day={day}
          onRestored={(sentence) => {
            props.onPath(path);
            props.onRestored(sentence);
          }}
        />
      )}
    </section>
  );
}
