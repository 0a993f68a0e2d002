import type { ReactElement } from 'react';
import { Button, formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';
import { DateQuestion } from './DateQuestion.tsx';
import { fromWords } from './file-words.ts';
import type { FileWork } from './file-work.ts';
import { RegisterButtons } from './RegisterButtons.tsx';

/** What the file is, why the program thinks so, and what a person must know before anything else. */
export function FileHead(props: { readonly work: FileWork; readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const { inspection } = props.work;
  const { part } = inspection;
  return (
    <>
      <header className="card-head">
        <strong className="cut" title={inspection.fileName}>
          {part === null ? inspection.fileName : `${inspection.fileName} · ${part}`}
        </strong>
        <span className="muted">
          {t('importcentre:recognised', {
            format: t(`importcentre:format.${inspection.format}`),
            confidence: Math.round(inspection.confidence * 100),
          })}{' '}
          · {t('importcentre:rows', { rows: formatNumber(inspection.estimatedRows, language()) })}
        </span>
        <RegisterButtons items={[props.work.item]} onlyForbidden />
        <Button onClick={props.onClose}>{t('importcentre:remove')}</Button>
      </header>
      <p className="muted">
        {[inspection.why, inspection.whyCountry]
          .flatMap((why) => (why === null ? [] : [t(why.key, why.params)]))
          .join(' ')}{' '}
        · {fromWords(inspection, t)}
      </p>
      <Remarks work={props.work} />
    </>
  );
}

function Remarks({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  const { inspection, asksDates } = work;
  return (
    <>
      {inspection.remarks.map(({ key, params }) => (
        <p key={key} className="notice">
          {t(key, params)}
        </p>
      ))}
      {inspection.duplicateOf === null ? null : <p className="notice">{t('importcentre:duplicate')}</p>}
      {asksDates ? <DateQuestion work={work} /> : null}
    </>
  );
}
