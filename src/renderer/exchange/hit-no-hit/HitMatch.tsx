import { type ReactElement, useState } from 'react';
import type { HitResult } from '../../../contract/hit-no-hit.ts';
import { Button, chooseFiles, EntityChip } from '../../ui/index.ts';
import { call, select, useAttempt, useMessages } from '../../workspace/index.ts';
import { kindWords } from './hit-form.ts';

/** The partner's file against this one: hits with our own names, and whom to turn to for theirs. */
export function HitMatch({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const [result, setResult] = useState<HitResult | null>(null);
  const { busy, error, run } = useAttempt();
  const match = async (): Promise<void> => {
    const [path] = await chooseFiles('open-files');
    if (path === undefined) return;
    setResult(null);
    setResult(await call('hitNoHit.match', { fileId, path }));
  };
  return (
    <section>
      <h3>{t('hitnohit:in.title')}</h3>
      <div className="actions">
        <Button disabled={busy} onClick={() => void run(match)}>
          {t('hitnohit:in.choose')}
        </Button>
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      {result === null ? null : <Hits result={result} />}
    </section>
  );
}

function Hits({ result }: { readonly result: HitResult }): ReactElement {
  const t = useMessages();
  const { partner, hits, compared, namesCompared } = result;
  return (
    <div role="status">
      <p>
        <strong>{t('hitnohit:in.hits', { count: hits.length })}</strong>{' '}
        {t('hitnohit:in.compared', { count: compared })}
      </p>
      <p className="wrap">
        {t('hitnohit:in.partner', {
          name: partner.name,
          contact: partner.contact,
          reference: partner.reference,
          day: partner.created.slice(0, 10),
        })}
      </p>
      {namesCompared ? null : <p className="warn">{t('hitnohit:in.noNames')}</p>}
      <ul className="lines">
        {hits.map(({ entity, what }) => (
          <li key={entity.id} className="hit-line">
            <EntityChip entity={entity} onOpen={() => select({ entityIds: [entity.id] })} />
            <span className="muted">
              {entity.protected
                ? t('hitnohit:in.shut')
                : what.map(({ kind, value }) => `${kindWords(t, kind)} ${value}`).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {hits.length === 0 ? null : <p className="muted">{t('hitnohit:in.next')}</p>}
    </div>
  );
}
