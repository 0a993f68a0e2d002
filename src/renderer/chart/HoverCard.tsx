import type { ReactElement } from 'react';
import { formatInstant, formatMoney, formatNumber } from '../ui/index.ts';
import { language, useDesk, useMessages } from '../workspace/index.ts';
import { StatedBy } from './StatedBy.tsx';

/** What the pointer rests on, in full: names are never cut without this. */
export function HoverCard({ id }: { readonly id: string | null }): ReactElement | null {
  const t = useMessages();
  const { entities, links, timeZone } = useDesk();
  if (id === null) return null;
  const entity = entities.get(id);
  if (entity) {
    const status = entity.status === null ? '' : ` · ${t(`types:status.${entity.status}`)}`;
    return (
      <div className="chart-hover" role="tooltip">
        <strong>{entity.label}</strong>
        <span>
          {t(`types:entity.${entity.type}`)}
          {status}
        </span>
        <span>{t('chart:hover.contacts', { count: entity.degree })}</span>
        {entity.protected && <span>{t('chart:hover.protected')}</span>}
        <StatedBy entityId={id} />
      </div>
    );
  }
  const link = links.find((one) => one.key === id);
  if (link === undefined) return null;
  const ends = `${entities.get(link.from)?.label ?? ''} ${link.directed ? '→' : '–'} ${entities.get(link.to)?.label ?? ''}`;
  const at = (instant: number | null): string =>
    instant === null ? '–' : formatInstant(instant, timeZone, language());
  return (
    <div className="chart-hover" role="tooltip">
      <strong>{ends}</strong>
      <span>
        {t(`types:link.${link.type}`)} · {formatNumber(link.count, language())}× ·{' '}
        {t(`types:strength.${link.strength}`)}
      </span>
      <span>{t('chart:hover.period', { first: at(link.first), last: at(link.last) })}</span>
      {link.sums.map((sum) => (
        <span key={sum.currency}>{formatMoney(sum.minor, sum.currency, language())}</span>
      ))}
      <StatedBy linkKey={id} />
    </div>
  );
}
