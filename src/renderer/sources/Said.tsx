import type { ReactElement } from 'react';
import { addToChart, showOnlySource } from '../chart/index.ts';
import { Button, EntityChip, FactSign, formatNumber, GradeBadge, propertyWords } from '../ui/index.ts';
import { language, select, showPanel, useAsk, useMessages } from '../workspace/index.ts';

const SHOWN = 300;

/** Everything this source said, in numbers and one by one, and onto the chart with it. */
export function Said({ sourceId }: { readonly sourceId: string }): ReactElement {
  const t = useMessages();
  const said = useAsk('source.said', { sourceId, limit: SHOWN });
  if (said.error) return <p role="alert">{said.error.message}</p>;
  if (said.data === undefined) return <p className="muted">{t('sources:loading')}</p>;
  const { facts, links, events, entityIds } = said.data;
  const number = (value: number): string => formatNumber(value, language());
  async function toChart(): Promise<void> {
    await addToChart(entityIds);
    showPanel('chart');
  }
  /** Every view shows what this source said and nothing else, until the filter is cleared. */
  async function onlyThis(): Promise<void> {
    await showOnlySource(sourceId);
    showPanel('chart');
  }
  return (
    <div className="said">
      <div className="toolbar">
        <span>
          {t('sources:said', {
            facts: number(facts.total),
            links: number(links.total),
            events: number(events.total),
          })}
        </span>
        <span className="muted">
          {events.byType.map((one) => `${t(`types:event.${one.type}`)} ${number(one.count)}`).join(' · ')}
        </span>
        <Button onClick={() => void onlyThis()}>{t('sources:onlyThis')}</Button>
        <Button disabled={entityIds.length === 0} onClick={() => void toChart()}>
          {t('sources:onChart', { count: entityIds.length })}
        </Button>
      </div>
      <ul className="lines">
        {facts.rows.map((fact) => (
          <li key={fact.id}>
            <button
              type="button"
              className="tree-row leaf"
              onClick={() => select({ entityIds: [fact.entity.id] })}
            >
              <FactSign kind={fact.kind} />
              <EntityChip entity={fact.entity} />
              <span className="muted cut">
                {fact.property === null
                  ? t('inspector:exists')
                  : fact.entity.protected
                    ? t('sources:closed')
                    : `${propertyWords(t, fact.property)}: ${fact.value}`}
              </span>
              <GradeBadge grade={fact.grade} />
            </button>
          </li>
        ))}
        {links.rows.map((link) => (
          <li key={link.key}>
            <button type="button" className="tree-row leaf" onClick={() => select({ linkKeys: [link.key] })}>
              <EntityChip entity={link.from} />
              <span className="muted">{t(`types:link.${link.type}`)}</span>
              <EntityChip entity={link.to} />
            </button>
          </li>
        ))}
      </ul>
      {facts.total > facts.rows.length ? (
        <p className="muted">
          {t('sources:firstOnly', { shown: facts.rows.length, total: number(facts.total) })}
        </p>
      ) : null}
    </div>
  );
}
