import type { ReactElement } from 'react';
import { Button, formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';

export const FACTS_AT_ONCE = 500;

/** Says that there are more facts than are shown, how many, and brings the next. */
export function MoreFacts(props: {
  readonly shown: number;
  readonly total: number;
  readonly onMore: () => void;
}): ReactElement | null {
  const t = useMessages();
  const { shown, total, onMore } = props;
  if (total <= shown) return null;
  const number = (value: number): string => formatNumber(value, language());
  return (
    <div className="actions">
      <span className="muted">
        {t('inspector:factsShown', { shown: number(shown), total: number(total) })}
      </span>
      <Button onClick={onMore}>{t('inspector:moreFacts')}</Button>
    </div>
  );
}
