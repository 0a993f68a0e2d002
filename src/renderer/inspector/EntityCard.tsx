import { type ReactElement, useState } from 'react';
import { addToChart } from '../chart/index.ts';
import { OnLists } from '../lists/index.ts';
import { StatusEditor } from '../people/index.ts';
import { Button, EntityChip, formatInstant } from '../ui/index.ts';
import { language, select, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { FactEditor } from './FactEditor.tsx';
import { Facts } from './Facts.tsx';
import { HeadActions } from './HeadActions.tsx';
import { Members } from './Members.tsx';
import { Mentions } from './Mentions.tsx';
import { FACTS_AT_ONCE, MoreFacts } from './MoreFacts.tsx';
import { Shutter } from './Shutter.tsx';
import { StatedBy } from './StatedBy.tsx';

/** One entity: status, facts, links, events, where else it was seen. */
export function EntityCard(props: { readonly fileId: string; readonly entityId: string }): ReactElement {
  const { fileId, entityId } = props;
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const onChart = useDesk((desk) => desk.entities.has(entityId));
  const [reason, setReason] = useState<string | null>(null);
  const [factLimit, setFactLimit] = useState(FACTS_AT_ONCE);
  const asked = { entityId, factLimit };
  const detail = useAsk('entity.get', reason === null ? asked : { ...asked, reason });
  if (detail.error) return <p role="alert">{detail.error.message}</p>;
  if (detail.data === undefined) return <p className="muted">{t('inspector:loading')}</p>;
  const { entity, facts, factCount, links, neighboursLeftOff, eventCount, first, last, seenIn } = detail.data;
  const shut = entity.protected && reason === null;
  return (
    <article>
      <header className="card-head">
        <EntityChip entity={entity} />
        <span className="muted">{t(`types:entity.${entity.type}`)}</span>
        <HeadActions
          commandIds={[
            'open.edit-entity',
            'open.delete-entity',
            'open.merge',
            'matching.find-like',
            'open.new-event',
          ]}
        />
        {onChart ? null : (
          <Button title={t('inspector:toChartHint')} onClick={() => void addToChart([entityId])}>
            {t('inspector:toChart')}
          </Button>
        )}
      </header>
      {entity.type === 'person' ? (
        <StatusEditor
          key={`${entity.status} ${entity.minor}`}
          fileId={fileId}
          entity={entity}
          history={detail.data.statuses}
        />
      ) : null}
      <OnLists entityId={entity.id} />
      {shut ? <Shutter onOpen={setReason} /> : null}
      {entity.members === undefined ? null : <Members entityId={entity.id} />}
      <section>
        <h3>{t('inspector:facts')}</h3>
        <Facts fileId={fileId} entityId={entityId} facts={facts} />
        <MoreFacts
          shown={facts.length}
          total={factCount}
          onMore={() => setFactLimit(factLimit + FACTS_AT_ONCE)}
        />
        {shut ? null : <FactEditor fileId={fileId} entityId={entityId} facts={facts} />}
      </section>
      {entity.type === 'document' ? <Mentions documentId={entityId} /> : null}
      <StatedBy fileId={fileId} entityId={entityId} />
      <section>
        <h3>{t('inspector:links', { count: links.length })}</h3>
        <ul className="lines">
          {links.map((link) => (
            <li key={link.key}>
              <button
                type="button"
                className="tree-row leaf"
                onClick={() => select({ linkKeys: [link.key] })}
              >
                <span className={`line-sample ${link.strength}`} aria-hidden="true" />
                <span className="muted">
                  {link.outgoing ? '→' : '←'} {t(`types:link.${link.type}`)}
                </span>
                <EntityChip entity={link.other} />
                <span className="number">{link.count}</span>
              </button>
            </li>
          ))}
        </ul>
        {neighboursLeftOff === 0 ? null : (
          <p className="muted">{t('inspector:linksLeftOff', { count: neighboursLeftOff })}</p>
        )}
      </section>
      <section>
        <h3>{t('inspector:events', { count: eventCount })}</h3>
        {first === null || last === null ? null : (
          <p className="tabular">
            {formatInstant(first, zone, language())} – {formatInstant(last, zone, language())}
          </p>
        )}
      </section>
      <section>
        <h3>{t('inspector:seenIn')}</h3>
        {seenIn.length === 0 ? (
          <p className="muted">{t('inspector:seenNowhere')}</p>
        ) : (
          seenIn.map((one) => (
            <p key={`${one.fileReference}${one.identifier}`}>
              {t('inspector:hit', { file: one.fileReference, identifier: one.identifier })}
            </p>
          ))
        )}
      </section>
    </article>
  );
}
