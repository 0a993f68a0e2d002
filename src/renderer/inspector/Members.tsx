import type { ReactElement } from 'react';
import { Button, EntityChip, formatInstant } from '../ui/index.ts';
import { call, dataChanged, language, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';

/** Who is shown under this record, by whom and why; each merge can be taken back at any time. */
export function Members({ entityId }: { readonly entityId: string }): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const list = useAsk('entity.members', { entityId });
  const { error, run } = useAttempt();
  const members = list.data?.members ?? [];
  if (members.length === 0) return null;

  async function unmerge(mergeId: string): Promise<void> {
    await call('entity.unmerge', { mergeId });
    dataChanged();
  }

  return (
    <section>
      <h3>{t('inspector:members.title', { count: members.length })}</h3>
      <ul className="lines">
        {members.map((one) => (
          <li key={one.entity.id} className="member-row">
            <EntityChip entity={one.entity} />
            <span className="muted cut" title={one.reason}>
              {one.reason} · {one.by} · {formatInstant(one.at, zone, language())}
            </span>
            <Button onClick={() => void run(() => unmerge(one.mergeId))}>
              {t('inspector:members.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
      {error === null ? null : <p role="alert">{error}</p>}
    </section>
  );
}
