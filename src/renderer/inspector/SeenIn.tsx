import type { ReactElement, ReactNode } from 'react';
import type { ComparedNumber } from '../../contract/seen-in.ts';
import { openChart } from '../chart/index.ts';
import { EntityChip } from '../ui/index.ts';
import { select, showPanel, showSource, useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import './seen-in.css';

/** Everywhere this entity and its numbers stand: in this file with names, in others only that they do. */
export function SeenIn(props: {
  readonly fileId: string;
  readonly entityId: string;
  /** Why a protected person was opened; null: the person is open to everybody. */
  readonly reason: string | null;
}): ReactElement | null {
  const t = useMessages();
  const { fileId, entityId, reason } = props;
  const { error, run } = useAttempt();
  const asked = reason === null ? { entityId } : { entityId, reason };
  const seen = useAsk('entity.seenIn', { fileId, asked });
  if (seen.error) return <p role="alert">{seen.error.message}</p>;
  if (seen.data === undefined || seen.data.shut) return null;
  const { entities, charts, sources, packages, files } = seen.data;
  const numbersOf = (numbers: readonly ComparedNumber[]): string =>
    numbers.map(({ kind, value }) => `${t(`types:identifier.${kind}`)} ${value}`).join(', ');
  return (
    <section aria-label={t('inspector:seenIn.title')}>
      <h3>{t('inspector:seenIn.title')}</h3>
      <Places
        title={t('inspector:seenIn.files', { count: files.length })}
        none={t('inspector:seenIn.noFile')}
        rows={files.map(({ reference, numbers }) => (
          <p key={reference}>
            {t('inspector:seenIn.hit', { file: reference, identifier: numbersOf(numbers) })}
          </p>
        ))}
      />
      <Places
        title={t('inspector:seenIn.entities', { count: entities.length })}
        rows={entities.map(({ entity, numbers }) => (
          <div key={entity.id}>
            <EntityChip entity={entity} onOpen={() => select({ entityIds: [entity.id] })} />
            <span className="muted"> {numbersOf(numbers)}</span>
          </div>
        ))}
      />
      <Places
        title={t('inspector:seenIn.charts', { count: charts.length })}
        rows={charts.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="text-button"
            onClick={() =>
              void run(async () => {
                await openChart(id);
                showPanel('chart');
              })
            }
          >
            {name}
          </button>
        ))}
      />
      <Places
        title={t('inspector:seenIn.sources', { count: sources.length })}
        rows={sources.map(({ id, reference, title, fileName }) => (
          <button key={id} type="button" className="text-button" title={title} onClick={() => showSource(id)}>
            {fileName === null ? reference : `${reference} · ${fileName}`}
          </button>
        ))}
      />
      <Places
        title={t('inspector:seenIn.packages', { count: packages.length })}
        rows={packages.map(({ id, created, recipients, sha256 }) => (
          <p key={id} title={sha256}>
            {new Date(created).toISOString().slice(0, 10)} → {recipients.join(', ')}
          </p>
        ))}
      />
      {error === null ? null : <p role="alert">{error}</p>}
    </section>
  );
}

function Places(props: {
  readonly title: string;
  readonly rows: readonly ReactNode[];
  /** What is said where there is nothing; otherwise the group is left out. */
  readonly none?: string;
}): ReactElement | null {
  if (props.rows.length === 0) return props.none === undefined ? null : <p className="muted">{props.none}</p>;
  return (
    <div className="seen-places">
      <p className="muted">{props.title}</p>
      {props.rows}
    </div>
  );
}
