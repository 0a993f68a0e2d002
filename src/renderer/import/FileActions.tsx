import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { FileWork } from './file-work.ts';
import { reasonWords, type Words } from './mapping/sentences.ts';
import { SpecificationActions } from './SpecificationActions.tsx';

/** Try, load, keep the mapping; where the first two cannot be, the reason stands beside them. */
export function FileActions({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  const { busy, error, problems, specification } = work;
  const [first] = problems;
  const [asked, setAsked] = useState(false);
  const isThere = work.inspection.duplicateOf !== null || work.report?.dryRun === false;
  const isStopped = busy || first !== undefined || work.asksDates;
  const reason = waitsFor(work, t);
  return (
    <footer className="spec-actions">
      <div className="actions">
        <Button disabled={isStopped} title={reason ?? undefined} onClick={() => void work.start(true)}>
          {t('importcentre:dryRun')}
        </Button>
        <Button
          primary
          disabled={isStopped}
          title={reason ?? undefined}
          onClick={() => (isThere ? setAsked(true) : void work.start(false))}
        >
          {t('importcentre:import')}
        </Button>
        <SpecificationActions specification={specification} onChange={work.change} />
      </div>
      {asked && isThere && !busy ? (
        <p className="notice" role="alertdialog" aria-label={t('importcentre:again.do')}>
          {t('importcentre:again.ask')}{' '}
          <Button
            autoFocus
            onClick={() => {
              setAsked(false);
              void work.start(false, true);
            }}
          >
            {t('importcentre:again.do')}
          </Button>{' '}
          <Button onClick={() => setAsked(false)}>{t('importcentre:again.leave')}</Button>
        </p>
      ) : null}
      {reason === null ? null : (
        <p className="spec-problem" role="status">
          {reason}
        </p>
      )}
      {error?.about === 'run' ? <p role="alert">{error.message}</p> : null}
    </footer>
  );
}

/** Why neither can be started: the first problem of the mapping, or the question of the dates. */
function waitsFor({ problems, specification, asksDates }: FileWork, t: Words): string | null {
  const [first] = problems;
  if (first !== undefined)
    return t('importcentre:waits', { count: problems.length, reason: reasonWords(specification, first, t) });
  return asksDates ? t('importcentre:waits', { count: 1, reason: t('importcentre:ambiguousDates') }) : null;
}
