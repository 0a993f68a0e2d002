import { type ReactElement, useEffect, useRef } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { Release } from './seal-form.ts';

/** Who goes by name and why; the name itself only where a preview made after the release shows it. */
export function ReleasedPeople(props: {
  readonly released: readonly Release[];
  readonly shown: Output<'package.preview'>['released'];
  readonly busy: boolean;
  readonly onTakeBack: (entityId: string) => void;
}): ReactElement | null {
  const t = useMessages();
  const { released, shown, busy } = props;
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(released.length);
  useEffect(() => {
    if (busy) return;
    if (released.length > before.current)
      list.current?.querySelector<HTMLElement>('li:last-child button')?.focus();
    before.current = released.length;
  }, [released.length, busy]);
  if (released.length === 0) return null;
  return (
    <section>
      <h3>{t('exchange:released.title', { count: released.length })}</h3>
      <ul className="lines" ref={list}>
        {released.map(({ entityId, inFile, reason }) => {
          const found = shown.find((one) => one.entityId === entityId);
          const name = found?.label ?? inFile;
          return (
            <li key={entityId} className="held">
              <div className="held-row">
                <span className="held-text">
                  <strong>{[name, ...(found?.others ?? [])].join(' · ')}</strong>{' '}
                  <span className="muted">
                    · {name === inFile ? '' : `${t('exchange:standIns.inFile', { label: inFile })} · `}
                    {t('exchange:released.reason', { reason })}
                  </span>
                  {found?.label === null ? (
                    <span className="warn"> {t('exchange:released.heldBack')}</span>
                  ) : null}
                </span>
                <Button
                  aria-label={t('exchange:released.takeBackOf', { label: name })}
                  disabled={busy}
                  onClick={() => props.onTakeBack(entityId)}
                >
                  {t('exchange:released.takeBack')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
