import type { ReactElement } from 'react';
import { GradeBadge } from '../ui/index.ts';
import { showSource, useAsk, useMessages } from '../workspace/index.ts';

/** Every source that speaks of it, with the set of its grades; opens the source and all it said. */
export function StatedBy(props: {
  readonly fileId: string;
  readonly entityId?: string;
  readonly linkKey?: string;
}): ReactElement | null {
  const t = useMessages();
  const { fileId, entityId, linkKey } = props;
  const what = entityId === undefined ? { linkKey } : { entityId };
  const found = useAsk('evidence.statedBy', { fileId, ...what });
  if (found.error) return <p role="alert">{found.error.message}</p>;
  const sources = found.data?.sources ?? [];
  return (
    <section>
      <h3>{t('inspector:sources', { count: sources.length })}</h3>
      <ul className="lines">
        {sources.map((source) => (
          <li key={source.sourceId}>
            <button
              type="button"
              className="tree-row leaf"
              title={t('inspector:openSource')}
              onClick={() => showSource(source.sourceId)}
            >
              <span>{source.reference}</span>
              <span className="cut muted">{source.title}</span>
              {source.grades.map((grade) => (
                <GradeBadge key={`${grade.scheme}${grade.source}${grade.information}`} grade={grade} />
              ))}
              <span className="number">{source.count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
