import type { ReactElement } from 'react';
import type { SlotSummary } from '../../contract/keys.ts';
import { Button, formatInstant } from '../ui/index.ts';
import { language, useDesk, useMessages } from '../workspace/index.ts';

interface Acts {
  readonly onChange: (slot: SlotSummary) => void;
  readonly onRemove: (slot: SlotSummary) => void;
  readonly onNewWords: () => void;
}

function ActsOf(props: Acts & { readonly slot: SlotSummary; readonly isLast: boolean }): ReactElement {
  const t = useMessages();
  const { slot } = props;
  if (slot.kind === 'recovery') return <Button onClick={props.onNewWords}>{t('keys:words.open')}</Button>;
  return (
    <>
      <Button onClick={() => props.onChange(slot)}>{t('keys:change.open')}</Button>
      <Button
        disabled={props.isLast}
        title={props.isLast ? t('keys:remove.last') : undefined}
        onClick={() => props.onRemove(slot)}
      >
        {t('keys:remove.open')}
      </Button>
    </>
  );
}

/** Every key: whose, since when, what a guess at it costs. */
export function KeyTable(props: Acts & { readonly slots: readonly SlotSummary[] }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { slots, ...acts } = props;
  const isLast = slots.filter((slot) => slot.kind === 'passphrase').length === 1;
  return (
    <table className="plain-table keys-table">
      <thead>
        <tr>
          <th>{t('keys:column.name')}</th>
          <th>{t('keys:column.kind')}</th>
          <th>{t('keys:column.made')}</th>
          <th className="number" title={t('keys:column.costWhy')}>
            {t('keys:column.cost')}
          </th>
          <th aria-label={t('keys:column.acts')} />
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={`${slot.kind}:${slot.name}`}>
            <td className="cut" title={slot.name}>
              {slot.kind === 'recovery' ? t('keys:kind.words') : slot.name}
              {slot.isOwn ? <span className="chip-status keys-own">{t('keys:own')}</span> : null}
            </td>
            <td>{t(`keys:kind.${slot.kind}`)}</td>
            <td>{formatInstant(Date.parse(slot.created), zone, language())}</td>
            <td className="number">{t('keys:cost', { memory: slot.memoryMiB, passes: slot.passes })}</td>
            <td>
              <div className="keys-acts">
                <ActsOf slot={slot} isLast={isLast} {...acts} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
