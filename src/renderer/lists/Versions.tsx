import { type ReactElement, useState } from 'react';
import type { WatchList } from '../../contract/lists.ts';
import { formatInstant, formatNumber } from '../ui/index.ts';
import { language, type Translate, useDesk, useMessages } from '../workspace/index.ts';
import { useChoice } from './choice.ts';
import { EntryRows, RejectedRows } from './VersionRows.tsx';

type Version = WatchList['versions'][number];

function validityWords({ validFrom: from, validTo: to }: Version, t: Translate): string {
  if (from !== null && to !== null) return t('lists:fromTo', { from, to });
  if (from !== null) return t('lists:from', { day: from });
  return to === null ? t('lists:unlimited') : t('lists:to', { day: to });
}

/** The versions of a list, the newest first; each can be read, with its hits. */
export function Versions({ list }: { readonly list: WatchList }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const [shown, setShown] = useState<{ readonly id: string; readonly what: 'entries' | 'rejected' } | null>(
    null,
  );
  const number = (value: number): string => formatNumber(value, language());
  return (
    <section>
      <h3>{t('lists:versions')}</h3>
      <div className="wide-table">
        <table className="versions">
          <thead>
            <tr>
              {['version', 'fileName', 'entries', 'notTaken', 'validity', 'lastRun', 'hitsOf'].map((name) => (
                <th key={name} scope="col">
                  {t(`lists:${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.versions.map((version) => (
              <tr key={version.id} className={version.isCurrent ? '' : 'muted'}>
                <td>{version.number}</td>
                <td title={version.fileName}>{version.fileName}</td>
                <td>
                  <button
                    type="button"
                    className="text-button"
                    title={t('lists:showEntries')}
                    onClick={() => setShown({ id: version.id, what: 'entries' })}
                  >
                    {number(version.report.entries)}
                  </button>
                </td>
                <td>
                  {version.report.rejected === 0 ? (
                    '0'
                  ) : (
                    <button
                      type="button"
                      className="text-button"
                      title={t('lists:showRejected')}
                      onClick={() => setShown({ id: version.id, what: 'rejected' })}
                    >
                      {number(version.report.rejected)}
                    </button>
                  )}
                </td>
                <td>
                  {validityWords(version, t)}
                  {version.standing === 'valid' ? null : (
                    <span className="list-standing">{t(`lists:standing.${version.standing}`)}</span>
                  )}
                </td>
                <td>
                  {version.matchedAt === null
                    ? t('lists:never')
                    : formatInstant(version.matchedAt, zone, language())}
                </td>
                <td>
                  <HitsOf list={list} version={version} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.versions[0] === undefined ? null : <Remarks version={list.versions[0]} />}
      {shown?.what === 'entries' ? <EntryRows versionId={shown.id} /> : null}
      {shown?.what === 'rejected' ? <RejectedRows versionId={shown.id} /> : null}
    </section>
  );
}

function HitsOf({ list, version }: { readonly list: WatchList; readonly version: Version }): ReactElement {
  const t = useMessages();
  const versionId = version.isCurrent ? null : version.id;
  return (
    <button
      type="button"
      className="text-button"
      title={t('lists:showHits')}
      onClick={() =>
        useChoice.setState({
          tab: 'hits',
          only: { listId: list.id, versionId },
          states: ['open', 'confirmed', 'dismissed'],
        })
      }
    >
      {formatNumber(version.hits, language())}
    </button>
  );
}

function Remarks({ version }: { readonly version: Version }): ReactElement | null {
  const t = useMessages();
  const remarks = Object.entries(version.report.remarks);
  if (remarks.length === 0) return null;
  return (
    <ul className="list-remarks muted">
      {remarks.map(([code, count]) => (
        <li key={code}>
          {formatNumber(count, language())} × {t(`lists:remark.${code}`)}
        </li>
      ))}
    </ul>
  );
}
