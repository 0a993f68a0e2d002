import type { ReactElement } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { FileWork } from './file-work.ts';

const ORDERS = ['dmy', 'mdy'] as const;

/** Asked once per file, with what the columns say: no number of them decides. */
export function DateQuestion({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  return (
    <section className="notice date-question" aria-label={t('importcentre:dates.which')}>
      <p>{t('importcentre:ambiguousDates')}</p>
      <ul>
        {work.inspection.dateEvidence.map(({ column, values, largestFirst, largestSecond, examples }) => (
          <li key={column}>
            {t('importcentre:dates.evidence', {
              column,
              count: values,
              first: largestFirst,
              second: largestSecond,
              examples: examples.join(', '),
            })}
          </li>
        ))}
      </ul>
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
