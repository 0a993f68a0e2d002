import type { ReactElement } from 'react';
import type { Mention } from '../../contract/documents.ts';
import type { Input } from '../../contract/index.ts';
import { Button, EntityChip } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useMessages } from '../workspace/index.ts';

type Target = Input<'document.link'>['target'];

/** Numbers and names that stand in the text of a document. They are offered: only a person links them. */
export function Mentions({ documentId }: { readonly documentId: string }): ReactElement {
  const t = useMessages();
  const { busy, error, run } = useAttempt();
  const found = useAsk('document.mentions', { documentId });
  const link = (target: Target): void => {
    void run(async () => {
      await call('document.link', { documentId, target });
      dataChanged();
    });
  };
  if (found.error) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return <p className="muted">{t('inspector:mentions.searching')}</p>;
  const { mentions, total } = found.data;
  return (
    <section>
      <h3>{t('inspector:mentions.title', { count: total })}</h3>
      {error === null ? null : <p role="alert">{error}</p>}
      {total === 0 ? <p className="muted">{t('inspector:mentions.none')}</p> : null}
      <ul className="lines">
        {mentions.map((mention) => (
          <MentionLine
            key={`${mention.kind} ${mention.part} ${mention.offset}`}
            mention={mention}
            busy={busy}
            onLink={link}
          />
        ))}
      </ul>
      {mentions.length === total ? null : (
        <p className="muted">{t('inspector:mentions.leftOff', { count: total - mentions.length })}</p>
      )}
    </section>
  );
}

function MentionLine(props: {
  readonly mention: Mention;
  readonly busy: boolean;
  readonly onLink: (target: Target) => void;
}): ReactElement {
  const t = useMessages();
  const { mention, busy, onLink } = props;
  const { kind, check, page, part, offset, type, entities, holder } = mention;
  const about = [
    kind === 'name' ? t('inspector:mentions.name') : t(`types:identifier.${kind}`),
    ...(holder === null ? [] : [holder]),
    ...(page === null ? [] : [t('inspector:mentions.page', { page })]),
    ...(check === 'check-failed' ? [t('inspector:check.failed')] : []),
  ];
  return (
    <li className="mention">
      <p className="muted">{about.join(' · ')}</p>
      <p>
        <span className="muted">{mention.before}</span>
        <mark>{mention.raw === '' ? t('inspector:mentions.shut') : mention.raw}</mark>
        <span className="muted">{mention.after}</span>
      </p>
      {entities.map((entity) => (
        <div key={entity.id} className="mention-acts">
          <EntityChip entity={entity} />
          {entity.linked ? (
            <span className="muted">{t('inspector:mentions.linked')}</span>
          ) : (
            <Button disabled={busy} onClick={() => onLink({ entityId: entity.id })}>
              {t('inspector:mentions.link')}
            </Button>
          )}
        </div>
      ))}
      {entities.length > 0 || type === null ? null : (
        <div className="mention-acts">
          <Button disabled={busy} onClick={() => onLink({ kind, part, offset })}>
            {t('inspector:mentions.create', { type: t(`types:entity.${type}`) })}
          </Button>
        </div>
      )}
    </li>
  );
}
