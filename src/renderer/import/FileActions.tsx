import { type ReactElement, useState } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { Button } from '../ui/index.ts';
import { call, useMessages } from '../workspace/index.ts';
import type { FileWork } from './file-work.ts';
import { reasonWords } from './mapping/sentences.ts';

/** Try, load, keep the mapping; where the first two cannot be, the reason stands beside them. */
export function FileActions({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  const { busy, error, problems, specification } = work;
  const [first] = problems;
  const [asked, setAsked] = useState(false);
  const isThere = work.inspection.duplicateOf !== null || work.report?.dryRun === false;
  const isStopped = busy || first !== undefined;
  const reason =
    first === undefined
      ? null
      : t('importcentre:waits', { count: problems.length, reason: reasonWords(specification, first, t) });
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
        <SaveSpecification specification={specification} onChange={work.change} />
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

function SaveSpecification(props: {
  readonly specification: ImportSpecification;
  readonly onChange: FileWork['change'];
}): ReactElement {
  const t = useMessages();
  const [said, setSaid] = useState('');
  async function save(): Promise<void> {
    try {
      const { id } = await call('specification.save', { specification: props.specification });
      props.onChange((spec) => ({ ...spec, id }));
      setSaid(t('importcentre:saved'));
    } catch (caught) {
      setSaid(caught instanceof Error ? caught.message : String(caught));
    }
  }
  return (
    <>
      <input
        aria-label={t('importcentre:name')}
        title={props.specification.name}
        value={props.specification.name}
        onChange={(event) => {
          const name = event.target.value;
          props.onChange((spec) => ({ ...spec, name }));
        }}
      />
      <Button onClick={() => void save()}>{t('importcentre:save')}</Button>
      <span className="muted" role="status">
        {said}
      </span>
    </>
  );
}
