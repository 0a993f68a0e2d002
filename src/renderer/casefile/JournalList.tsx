import type { ReactElement } from 'react';
import { formatInstant } from '../ui/index.ts';
import { language, useAsk, useDesk, useMessages } from '../workspace/index.ts';

/** What was done, by whom and when; undone entries stay visible until something new replaces them. */
export function JournalList(props: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const list = useAsk('journal.list', { fileId: props.fileId, limit: 200 });
  return (
    <ol className="tree-leaves">
      {(list.data?.entries ?? []).map((entry) => (
        <li
          key={entry.id}
          className={entry.state === 'undone' ? 'journal-row undone' : 'journal-row'}
          title={formatInstant(entry.at, zone, language())}
        >
          <span>{t(entry.label.key, entry.label.params)}</span>
          <span className="muted">{entry.actor}</span>
        </li>
      ))}
    </ol>
  );
}
