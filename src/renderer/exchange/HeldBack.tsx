import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';
import { Expandable } from './Expandable.tsx';
import { RecordPermission } from './RecordPermission.tsx';

/** Which sources hold something back, why, and whom to ask; the provider's yes is recorded where it is missing. */
export function HeldBack(props: {
  readonly sources: Output<'package.preview'>['blocked'];
  readonly busy: boolean;
  readonly onRecorded: () => void;
}): ReactElement | null {
  const t = useMessages();
  const [open, setOpen] = useState<string | null>(null);
  if (props.sources.length === 0) return null;
  return (
    <section>
      <h3>{t('exchange:blocked.title', { count: props.sources.length })}</h3>
      <ul className="lines">
        {props.sources.map((source) => (
          <Expandable
            key={source.sourceId}
            act={t('exchange:blocked.record')}
            actOf={t('exchange:blocked.recordOf', { reference: source.reference })}
            open={open === source.sourceId}
            disabled={props.busy}
            onOpen={() => setOpen(source.sourceId)}
            form={
              <RecordPermission
                sourceId={source.sourceId}
                recipients={source.recipients}
                onRecorded={() => {
                  setOpen(null);
                  props.onRecorded();
                }}
                onCancel={() => setOpen(null)}
              />
            }
          >
            <strong>{source.reference}</strong> {source.title} ·{' '}
            <span className="warn">{t(`package:reason.${source.reason}`)}</span>{' '}
            <span className="muted">
              ·{' '}
              {t('exchange:blocked.asks', {
                originator: source.originator === '' ? t('exchange:blocked.provider') : source.originator,
                recipients: source.recipients.join(', '),
                items: formatNumber(source.items, language()),
              })}
            </span>
          </Expandable>
        ))}
      </ul>
    </section>
  );
}
