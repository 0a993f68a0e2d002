import { type ReactElement, useEffect, useState } from 'react';
import { gradeSetCode } from '../../core/evidence/grade-words.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';

const SHOWN = 5;
const REST_MILLISECONDS = 120;

/** Which source says what the pointer rests on, with its grades; asked once it rests. */
export function StatedBy(props: {
  readonly entityId?: string;
  readonly linkKey?: string;
}): ReactElement | null {
  const t = useMessages();
  const { entityId, linkKey } = props;
  const fileId = useDesk((desk) => desk.fileId);
  const key = entityId ?? linkKey ?? '';
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [key]);
  const what = entityId === undefined ? { linkKey } : { entityId };
  const found = useAsk('evidence.statedBy', fileId === null || rested !== key ? null : { fileId, ...what });
  if (rested !== key || found.data === undefined || found.isPlaceholderData) return null;
  const { sources } = found.data;
  return (
    <>
      {sources.slice(0, SHOWN).map((source) => (
        <span key={source.sourceId} className="hover-source">
          {source.reference} · {gradeSetCode(source.grades)} · {source.title}
        </span>
      ))}
      {sources.length > SHOWN ? (
        <span className="hover-source">
          {t('chart:hover.moreSources', { count: sources.length - SHOWN })}
        </span>
      ) : null}
    </>
  );
}
