import type { ReactElement } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { FileWork } from './file-work.ts';

const ORDERS = ['dmy', 'mdy'] as const;

/** Asked once per file; what the whole column says of it stands among the remarks above. */
export function DateQuestion({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  return (
    <section className="notice date-question" aria-label={t('importcentre:dates.which')}>
      <p>{t('importcentre:ambiguousDates')}</p>
      <div className="actions">
        {ORDERS.map((order) => (
          <Button key={order} onClick={() => work.answerDates(order)}>
            {t(`importcentre:order.${order}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
