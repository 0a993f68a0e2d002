import type { ReactElement } from 'react';
import { comparer, GradeBadge } from '../ui/index.ts';
import { language, showSource, useAsk, useMessages } from '../workspace/index.ts';

/** The source register: reference, title, grade, handling, and how many facts rest on it. */
export function SourceList(props: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const list = useAsk('source.list', { fileId: props.fileId });
  const compare = comparer(language());
  const sources = [...(list.data?.sources ?? [])].sort((one, other) =>
    compare(one.reference, other.reference),
  );
  return (
    <ul className="tree-leaves">
      {sources.map((source) => (
        <li
          key={source.id}
          className="source-row"
          title={`${source.title}\n${source.originator}\n${source.sha256 ?? ''}`}
        >
          <button type="button" className="text-button" onClick={() => showSource(source.id)}>
            {source.reference}
          </button>
          <span className="cut">{source.title}</span>
          <GradeBadge grade={source.grade} />
          <span className="muted">{source.marking.handling.join('+')}</span>
          <span className="number">{t('casefile:explorer.facts', { count: source.facts })}</span>
        </li>
      ))}
    </ul>
  );
}
