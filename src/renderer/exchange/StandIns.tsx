import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { standInLabel } from '../../core/evidence/pseudonyms.ts';
import { useMessages } from '../workspace/index.ts';
import { Expandable } from './Expandable.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import type { Release } from './seal-form.ts';

type People = Output<'package.preview'>['pseudonymised'];

/** Protected people as the package calls them; each shutter is opened by itself, with a reason. */
export function StandIns(props: {
  readonly people: People;
  readonly recipients: string;
  readonly busy: boolean;
  readonly onRelease: (release: Release) => void;
}): ReactElement | null {
  const t = useMessages();
  const [open, setOpen] = useState<string | null>(null);
  const inWords = (label: string): string => standInLabel(label, (kind) => t(`evidence:standIn.${kind}`));
  if (props.people.length === 0) return null;
  return (
    <section>
      <h3>{t('exchange:standIns.title', { count: props.people.length })}</h3>
      <ul className="lines">
        {props.people.map(({ entityId, label, inFile }) => (
          <Expandable
            key={entityId}
            act={t('exchange:standIns.release')}
            actOf={t('exchange:standIns.releaseOf', { label: inWords(label) })}
            open={open === entityId}
            disabled={props.busy}
            onOpen={() => setOpen(entityId)}
            form={
              <ReasonForm
                explain={t('exchange:standIns.explain', { label: inFile, recipients: props.recipients })}
                label={t('exchange:reason')}
                confirm={t('exchange:standIns.confirm')}
                busy={props.busy}
                onConfirm={(reason) => {
                  setOpen(null);
                  props.onRelease({ entityId, inFile, reason });
                }}
                onCancel={() => setOpen(null)}
              />
            }
          >
            <strong>{inWords(label)}</strong>{' '}
            <span className="muted">· {t('exchange:standIns.inFile', { label: inFile })}</span>
          </Expandable>
        ))}
      </ul>
    </section>
  );
}
