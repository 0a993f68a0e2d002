import { type ReactElement, useState } from 'react';
import { call, dataChanged, useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import { Expandable } from './Expandable.tsx';
import { dayOf } from './permission-form.ts';
import { ReasonForm } from './ReasonForm.tsx';

/** What providers have permitted so far; a permission taken back stays in the audit chain. */
export function Permissions(props: {
  readonly fileId: string;
  readonly onWithdrawn: () => void;
}): ReactElement | null {
  const t = useMessages();
  const list = useAsk('permission.list', { fileId: props.fileId });
  const { busy, error, run } = useAttempt();
  const [open, setOpen] = useState<string | null>(null);
  const permissions = list.data?.permissions ?? [];

  const withdraw = (permissionId: string, reason: string): Promise<unknown> =>
    run(async () => {
      await call('permission.withdraw', { permissionId, reason });
      setOpen(null);
      dataChanged();
      props.onWithdrawn();
    });

  if (list.error) return <p role="alert">{list.error.message}</p>;
  if (permissions.length === 0) return null;
  return (
    <details>
      <summary>{t('exchange:permission.list', { count: permissions.length })}</summary>
      <ul className="lines">
        {permissions.map((one) => {
          const what = { reference: one.sourceReference, recipient: one.recipient };
          return (
            <Expandable
              key={one.id}
              act={t('exchange:permission.withdraw')}
              actOf={t('exchange:permission.withdrawOf', what)}
              open={open === one.id}
              disabled={busy}
              onOpen={() => setOpen(one.id)}
              form={
                <ReasonForm
                  explain={t('exchange:permission.withdrawExplain', what)}
                  label={t('exchange:reason')}
                  confirm={t('exchange:permission.withdrawConfirm')}
                  busy={busy}
                  onConfirm={(reason) => void withdraw(one.id, reason)}
                  onCancel={() => setOpen(null)}
                />
              }
            >
              <strong>
                {one.sourceReference} → {one.recipient}
              </strong>{' '}
              <span className="muted">
                · {one.grantedBy}, {dayOf(one.granted)} · {one.document} · {one.scope}
              </span>
            </Expandable>
          );
        })}
      </ul>
      {error === null ? null : <p role="alert">{error}</p>}
    </details>
  );
}
