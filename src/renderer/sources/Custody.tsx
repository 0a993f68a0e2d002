import { type ReactElement, useState } from 'react';
import type { CustodyEntry, CustodyFields } from '../../contract/sources.ts';
import { CUSTODY_ACTIONS } from '../../core/evidence/source-terms.ts';
import { Button, Field, Select } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';

const TEXTS = [
  'at',
  'exhibitNumber',
  'sealNumber',
  'fromHolder',
  'toHolder',
  'place',
  'purpose',
  'condition',
  'tool',
  'note',
] as const;

const EMPTY: CustodyFields = {
  action: 'collected',
  at: '',
  exhibitNumber: '',
  sealNumber: '',
  fromHolder: '',
  toHolder: '',
  place: '',
  purpose: '',
  condition: '',
  tool: '',
  note: '',
};

/** Who had the thing, when, how, and what was done with it: in order, nothing is overwritten. */
export function Custody(props: {
  readonly sourceId: string;
  readonly entries: readonly CustodyEntry[];
}): ReactElement {
  const t = useMessages();
  const shown = TEXTS.filter((name) => props.entries.some((entry) => entry[name] !== ''));
  return (
    <div className="custody">
      {props.entries.length === 0 ? <p className="muted">{t('sources:custody.none')}</p> : null}
      {props.entries.length === 0 ? null : (
        <div className="wide-table">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('sources:custody.action')}</th>
                {shown.map((name) => (
                  <th key={name} scope="col">
                    {t(`sources:custody.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.entries.map((entry) => (
                <tr key={entry.id}>
                  <td>{t(`sources:action.${entry.action}`)}</td>
                  {shown.map((name) => (
                    <td key={name}>{entry[name]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddEntry sourceId={props.sourceId} />
    </div>
  );
}

function AddEntry({ sourceId }: { readonly sourceId: string }): ReactElement {
  const t = useMessages();
  const [entry, setEntry] = useState(EMPTY);
  const { error, busy, submit } = useAttempt();
  async function add(): Promise<void> {
    await call('custody.add', { sourceId, entry });
    setEntry(EMPTY);
    dataChanged();
  }
  return (
    <form onSubmit={submit(add)}>
      <div className="source-form">
        <Field label={t('sources:custody.action')}>
          <Select
            value={entry.action}
            choices={CUSTODY_ACTIONS.map((value) => ({ value, label: t(`sources:action.${value}`) }))}
            onChange={(action) => setEntry({ ...entry, action })}
          />
        </Field>
        {TEXTS.map((name) => (
          <Field key={name} label={t(`sources:custody.${name}`)}>
            <input
              value={entry[name]}
              placeholder={name === 'at' ? t('sources:custody.atHow') : undefined}
              onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      <div className="actions">
        <Button type="submit" disabled={busy || entry.at.trim() === ''}>
          {t('sources:custody.add')}
        </Button>
      </div>
    </form>
  );
}
