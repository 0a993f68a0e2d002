import type { ReactElement } from 'react';
import type { Inspection } from '../../contract/import.ts';
import { Button, formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';

/** What the file is, why the program thinks so, and what a person must know before anything else. */
export function FileHead(props: {
  readonly inspection: Inspection;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages();
  const { inspection } = props;
  return (
    <>
      <header className="card-head">
        <strong className="cut" title={inspection.fileName}>
          {inspection.fileName}
        </strong>
        <span className="muted">
          {t(`importcentre:format.${inspection.format}`)} ·{' '}
          {t('importcentre:rows', { rows: formatNumber(inspection.estimatedRows, language()) })}
        </span>
        <Button onClick={props.onClose}>{t('importcentre:remove')}</Button>
      </header>
      <p className="muted">
        {t(inspection.why.key, inspection.why.params)} ·{' '}
        {t(`importcentre:from.${inspection.suggestedFrom}`, {
          quality: Math.round(inspection.quality * 100),
        })}
      </p>
      {inspection.duplicateOf === null ? null : <p className="notice">{t('importcentre:duplicate')}</p>}
      {inspection.ambiguousDates ? <p className="notice">{t('importcentre:ambiguousDates')}</p> : null}
    </>
  );
}
