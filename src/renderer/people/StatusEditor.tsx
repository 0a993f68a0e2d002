import { type ReactElement, useState } from 'react';
import type { StatusEntry } from '../../contract/people.ts';
import type { EntitySummary } from '../../contract/terms.ts';
import { PERSON_STATUSES, type PersonStatus } from '../../core/model/case-terms.ts';
import { Button, Field, formatInstant } from '../ui/index.ts';
import {
  call,
  dataChanged,
  language,
  showSource,
  useAttempt,
  useDesk,
  useMessages,
} from '../workspace/index.ts';
import { GroundsFields, NO_GROUNDS } from './GroundsFields.tsx';
import './people.css';

/** Status of the person in this analysis file with its date, source and reason; changing it is a journalled act. */
export function StatusEditor(props: {
  readonly fileId: string;
  readonly entity: EntitySummary;
  readonly history: readonly StatusEntry[];
}): ReactElement {
  const t = useMessages();
  const { entity } = props;
  const [status, setStatus] = useState(entity.status);
  const [minor, setMinor] = useState(entity.minor);
  const [grounds, setGrounds] = useState(NO_GROUNDS);
  const { error, busy, submit } = useAttempt();
  const isSame = status === entity.status && minor === entity.minor && grounds === NO_GROUNDS;

  async function save(): Promise<void> {
    await call('entity.setStatus', { entityId: entity.id, status, minor, ...grounds });
    setGrounds(NO_GROUNDS);
    dataChanged();
  }

  return (
    <form className="status-editor" onSubmit={submit(save)}>
      <div className="status-field">
        <Field label={t('inspector:status')} error={error}>
          <select
            value={status ?? ''}
            onChange={(event) =>
              setStatus(event.target.value === '' ? null : (event.target.value as PersonStatus))
            }
          >
            <option value="">{t('inspector:uncategorised')}</option>
            {PERSON_STATUSES.map((one) => (
              <option key={one} value={one}>
                {t(`types:status.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <label className="tick">
          <input type="checkbox" checked={minor} onChange={(event) => setMinor(event.target.checked)} />
          {t('inspector:minor')}
        </label>
      </div>
      {isSame ? null : <GroundsFields fileId={props.fileId} grounds={grounds} onChange={setGrounds} />}
      {isSame ? null : (
        <Button type="submit" disabled={busy}>
          {t('people:setStatus')}
        </Button>
      )}
      <History entries={props.history} />
    </form>
  );
}

function History({ entries }: { readonly entries: readonly StatusEntry[] }): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  if (entries.length === 0) return null;
  return (
    <details className="status-history">
      <summary>{t('people:history', { count: entries.length })}</summary>
      <ol className="lines">
        {entries.map((entry) => (
          <li key={entry.id}>
            <strong>
              {entry.status === null ? t('inspector:uncategorised') : t(`types:status.${entry.status}`)}
            </strong>
            {entry.minor ? ` · ${t('inspector:minor')}` : ''}
            {entry.since === null ? '' : ` · ${t('people:sinceWhen', { since: entry.since })}`}
            {entry.sourceId === null ? null : (
              <button
                type="button"
                className="text-button"
                onClick={() => entry.sourceId !== null && showSource(entry.sourceId)}
              >
                {entry.sourceReference}
              </button>
            )}
            <span className="muted">
              {' '}
              {entry.by} {formatInstant(entry.at, zone, language())} {entry.reason}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
