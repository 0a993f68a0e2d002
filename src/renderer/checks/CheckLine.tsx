import { IconEdit, IconEraser } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { ExternalCheck } from '../../contract/checks.ts';
import { formatInstant, IconButton } from '../ui/index.ts';
import { call, dataChanged, language, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { confirmationWords, systemWords } from './words.ts';

/** One check: which database, what came of it, by whom and when, and how far its confirmation is. */
export function CheckLine(props: {
  readonly check: ExternalCheck;
  readonly onChange: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { check } = props;
  const { error, busy, run } = useAttempt();
  const at = formatInstant(check.at, zone, language());
  const particulars = [
    ...(check.value === '' ? [] : [t('checks:askedWith', { value: check.value })]),
    ...(check.recordReference === '' ? [] : [t('checks:reference', { reference: check.recordReference })]),
    ...(check.ownerNcb === '' ? [] : [t('checks:owner', { owner: check.ownerNcb })]),
    ...(check.member === undefined ? [] : [t('checks:member', { member: check.member })]),
  ];
  async function withdraw(): Promise<void> {
    await call('check.withdraw', { checkId: check.id });
    dataChanged();
  }
  return (
    <>
      <div className="check-head">
        <strong>{systemWords(t, check)}</strong>
        <span className={`check-result ${check.result}`}>{t(`checks:result.${check.result}`)}</span>
        <span className="fact-tools">
          <IconButton label={t('checks:change')} onClick={props.onChange}>
            <IconEdit size={14} aria-hidden />
          </IconButton>
          <IconButton label={t('checks:withdraw')} disabled={busy} onClick={() => void run(withdraw)}>
            <IconEraser size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      <div className="fact-value">{particulars.join(' · ')}</div>
      {confirmationWords(t, check).map((words) => (
        <div key={words} className={check.overdue ? 'warn' : 'check-open'}>
          {words}
        </div>
      ))}
      {check.note === '' ? null : <div className="fact-value">{check.note}</div>}
      <div className="fact-grounds muted">
        {t('checks:by', { at, operator: check.operator })} · {check.marking.handling.join(' ')}
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
    </>
  );
}
