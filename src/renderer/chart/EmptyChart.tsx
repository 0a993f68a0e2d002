import type { ReactElement } from 'react';
import { Empty } from '../ui/index.ts';
import { useDesk, useMessages } from '../workspace/index.ts';

/** An empty chart says how to fill it, with the keys. */
export function EmptyChart(): ReactElement {
  const t = useMessages();
  const fileOpen = useDesk((desk) => desk.fileId !== null);
  if (!fileOpen) return <Empty title={t('chart:empty.noFile')} />;
  return (
    <Empty title={t('chart:empty.title')}>
      <ul className="chart-hints">
        <li>
          <kbd>Ctrl+Shift+F</kbd> {t('chart:empty.search')}
        </li>
        <li>
          <kbd>Ctrl+K</kbd> {t('chart:empty.question')}
        </li>
        <li>
          <kbd>Ctrl+O</kbd> {t('chart:empty.import')}
        </li>
        <li>
          <kbd>E</kbd> {t('chart:empty.expand')}
        </li>
      </ul>
    </Empty>
  );
}
