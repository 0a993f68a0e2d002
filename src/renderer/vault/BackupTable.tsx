import type { ReactElement, ReactNode } from 'react';
import type { BackupSummary } from '../../contract/backup.ts';
import { formatInstant } from '../ui/index.ts';
import { language, useDesk, useMessages } from '../workspace/index.ts';
import { formatBytes } from './vault-words.ts';

/** What is known of each backup, newest first; the caller adds what can be done with one. */
export function BackupTable(props: {
  readonly backups: readonly BackupSummary[];
  readonly before?: (backup: BackupSummary) => ReactNode;
  readonly after?: (backup: BackupSummary) => ReactNode;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  if (props.backups.length === 0) return <p className="muted">{t('keys:backup.none')}</p>;
  const checked = ({ verified, hasKeyOfToday }: BackupSummary): string => {
    if (!verified) return t('keys:backup.unchecked');
    return t(hasKeyOfToday === false ? 'keys:backup.oldKey' : 'keys:backup.checked');
  };
  return (
    <table className="plain-table keys-table">
      <thead>
        <tr>
          {props.before === undefined ? null : <th aria-label={t('keys:backup.choose')} />}
          <th>{t('keys:backup.made')}</th>
          <th>{t('keys:backup.why')}</th>
          <th className="number">{t('keys:backup.size')}</th>
          <th>{t('keys:backup.state')}</th>
          {props.after === undefined ? null : <th aria-label={t('keys:backup.restore')} />}
        </tr>
      </thead>
      <tbody>
        {props.backups.map((backup) => (
          <tr key={backup.name} title={backup.name}>
            {props.before === undefined ? null : <td>{props.before(backup)}</td>}
            <td>{formatInstant(backup.at, zone, language())}</td>
            <td>{t(`vault:backup.reason.${backup.reason}`)}</td>
            <td className="number">{formatBytes(backup.sizeBytes, language())}</td>
            <td className={backup.verified ? '' : 'warn'}>{checked(backup)}</td>
            {props.after === undefined ? null : <td>{props.after(backup)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
