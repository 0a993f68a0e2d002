import type { ReactElement } from 'react';
import type { StatusGrounds } from '../../contract/people.ts';
import { isPartialDate } from '../../core/time/partial-date.ts';
import { Select } from '../ui/index.ts';
import { useAsk, useMessages } from '../workspace/index.ts';

export const NO_GROUNDS: StatusGrounds = { since: null, sourceId: null, reason: '' };

/** Since when a status holds, which source says so, and why. */
export function GroundsFields(props: {
  readonly fileId: string;
  readonly grounds: StatusGrounds;
  readonly onChange: (grounds: StatusGrounds) => void;
}): ReactElement {
  const t = useMessages();
  const { grounds, onChange } = props;
  const sources = useAsk('source.list', { fileId: props.fileId }).data?.sources ?? [];
  return (
    <div className="grounds">
      <input
        aria-label={t('people:since')}
        placeholder={t('people:since')}
        defaultValue={grounds.since ?? ''}
        onChange={(event) => {
          const text = event.target.value.trim();
          const known = text === '' || isPartialDate(text);
          event.target.setCustomValidity(known ? '' : t('people:sinceHow'));
          onChange({ ...grounds, since: text !== '' && known ? text : null });
        }}
        onBlur={(event) => event.target.reportValidity()}
      />
      <Select
        label={t('people:source')}
        value={grounds.sourceId ?? ''}
        choices={[
          { value: '', label: t('people:noSource') },
          ...sources.map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` })),
        ]}
        onChange={(sourceId) => onChange({ ...grounds, sourceId: sourceId === '' ? null : sourceId })}
      />
      <input
        aria-label={t('people:reason')}
        placeholder={t('people:reason')}
        value={grounds.reason}
        onChange={(event) => onChange({ ...grounds, reason: event.target.value })}
      />
    </div>
  );
}
