import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { AskReason } from '../edits/index.ts';
import { Button, EntityChip, formatInstant } from '../ui/index.ts';
import { call, dataChanged, language, useAsk, useDesk, useMessages } from '../workspace/index.ts';

type Member = Output<'entity.members'>['members'][number];

/** Who is shown under this record, by whom and why; each merge can be taken back at any time. */
export function Members({ entityId }: { readonly entityId: string }): ReactElement | null {
  const t = useMessages();
  const list = useAsk('entity.members', { entityId });
  const members = list.data?.members ?? [];
  if (members.length === 0) return null;
  const merges = [...new Set(members.map((one) => one.mergeId))];
  return (
    <section>
      <h3>{t('inspector:members.title', { count: members.length })}</h3>
      {merges.map((mergeId) => (
        <Merge key={mergeId} members={members.filter((one) => one.mergeId === mergeId)} />
      ))}
    </section>
  );
}

/** One merge with all it put under the record: they come apart together. */
function Merge({ members }: { readonly members: readonly Member[] }): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const [asked, setAsked] = useState(false);
  const [first] = members;
  if (first === undefined) return null;

  async function unmerge(reason: string): Promise<void> {
    await call('entity.unmerge', { mergeId: first?.mergeId ?? '', reason });
    dataChanged();
  }

  return (
    <div className="merge-card">
      <ul className="lines">
        {members.map(({ entity }) => (
          <li key={entity.id}>
            <EntityChip entity={entity} />
          </li>
        ))}
      </ul>
      <p>{first.reason}</p>
      <p className="muted">
        {first.by} · {formatInstant(first.at, zone, language())}
      </p>
      {asked ? (
        <AskReason
          explain={t('inspector:members.explain', { count: members.length })}
          act={t('inspector:members.unmerge')}
          optional
          onGiven={unmerge}
          onDone={() => setAsked(false)}
        />
      ) : (
        <Button onClick={() => setAsked(true)}>{t('inspector:members.unmergeAsk')}</Button>
      )}
    </div>
  );
}
