import type { ReactElement } from 'react';
import { PERSON_STATUSES, type PersonStatus } from '../../core/model/case-terms.ts';
import { Field } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';

/** Status of the person in this analysis file; changing it is a journalled act. */
export function StatusField(props: {
  readonly entityId: string;
  readonly status: PersonStatus | null;
  readonly minor: boolean;
}): ReactElement {
  const t = useMessages();
  const { error, run } = useAttempt();

  function set(status: PersonStatus | null, minor: boolean): void {
    void run(async () => {
      await call('entity.setStatus', { entityId: props.entityId, status, minor });
      dataChanged();
    });
  }

  return (
    <div className="status-field">
      <Field label={t('inspector:status')} error={error}>
        <select
          value={props.status ?? ''}
          onChange={(event) =>
            set(event.target.value === '' ? null : (event.target.value as PersonStatus), props.minor)
          }
        >
          <option value="">{t('inspector:uncategorised')}</option>
          {PERSON_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`types:status.${status}`)}
            </option>
          ))}
        </select>
      </Field>
      <label className="tick">
        <input
          type="checkbox"
          checked={props.minor}
          onChange={(event) => set(props.status, event.target.checked)}
        />
        {t('inspector:minor')}
      </label>
    </div>
  );
}
