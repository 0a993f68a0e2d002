import { IconFilterFilled } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { gradeSetCode } from '../../core/evidence/grade-words.ts';
import { Button, formatInstant } from '../ui/index.ts';
import { isNarrowed, language, NO_FILTER, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { setFilter } from './acts.ts';

/** Says that less is shown than there is, and takes the filter away; the box itself may be closed. */
export function ActiveFilter(): ReactElement | null {
  const t = useMessages();
  const { fileId, filter, timeZone } = useDesk();
  const bySource = filter.sources != null && fileId !== null;
  const sources = useAsk('source.list', bySource ? { fileId } : null).data?.sources ?? [];
  if (!isNarrowed(filter)) return null;
  const { from, to } = filter.period;
  const moment = (at: number | null): string => (at === null ? '…' : formatInstant(at, timeZone, language()));
  const parts = [
    ...(filter.entityTypes ?? []).map((type) => t(`types:entity.${type}`)),
    ...(filter.linkTypes ?? []).map((type) => t(`types:link.${type}`)),
    ...(filter.grades ?? []).map((grade) => gradeSetCode([grade])),
    ...(filter.sources ?? []).map((id) => sources.find((one) => one.id === id)?.reference ?? ''),
    ...(from === null && to === null ? [] : [`${moment(from)} – ${moment(to)}`]),
  ];
  return (
    <div className="chart-active-filter" role="status">
      <IconFilterFilled size={14} aria-hidden />
      <span className="cut" title={parts.join(' · ')}>
        {t('chart:filter.active', { what: parts.join(' · ') })}
      </span>
      <Button onClick={() => void setFilter(NO_FILTER)}>{t('chart:filter.clear')}</Button>
    </div>
  );
}
