import { type ReactElement, useState } from 'react';
import type { LinkType } from '../../core/model/link-types.ts';
import { Button, Dialog } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { answerQuestion } from './acts.ts';
import { ASK_ABOVE, EXPAND_LIMIT, type NeighbourCount } from './guard.ts';

/** Asks before a crowd comes to the chart. */
export function GuardDialog({ count }: { readonly count: NeighbourCount }): ReactElement {
  const t = useMessages();
  const [types, setTypes] = useState<ReadonlySet<LinkType>>(new Set());
  const flip = (type: LinkType): void => {
    const next = new Set(types);
    if (!next.delete(type)) next.add(type);
    setTypes(next);
  };
  const linkTypes = types.size === 0 ? null : [...types];
  const bring = (limit: number): void => void answerQuestion({ limit, linkTypes });
  const most = Math.min(count.total, EXPAND_LIMIT);
  return (
    <Dialog title={t('chart:guard.title', { count: count.total })} onClose={() => void answerQuestion(null)}>
      <p>{t('chart:guard.why')}</p>
      <fieldset className="chart-guard">
        <legend>{t('chart:guard.byType')}</legend>
        {count.byType.map((row) => (
          <label key={row.type}>
            <input type="checkbox" checked={types.has(row.type)} onChange={() => flip(row.type)} />
            <span>{t(`types:link.${row.type}`)}</span>
            <span className="chart-count">{row.count}</span>
          </label>
        ))}
      </fieldset>
      <div className="chart-guard-foot">
        <Button primary autoFocus onClick={() => bring(ASK_ABOVE)}>
          {t('chart:guard.strongest', { limit: ASK_ABOVE })}
        </Button>
        <Button onClick={() => bring(EXPAND_LIMIT)}>
          {t(count.total > EXPAND_LIMIT ? 'chart:guard.most' : 'chart:guard.all', { limit: most })}
        </Button>
        <Button onClick={() => void answerQuestion(null)}>{t('chart:guard.cancel')}</Button>
      </div>
    </Dialog>
  );
}
