import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import {
  call,
  clearNotice,
  useAsk,
  useDesk,
  useMessages,
  useNotice,
  useSelection,
  useViewMarking,
} from '../workspace/index.ts';
import { EndedJobs } from './EndedJobs.tsx';
import { lockNow, useSession } from './session.ts';
import { ZoneChoice } from './ZoneChoice.tsx';

/** Seconds to the idle lock, counted down between two readings of the engine's own clock. */
function useIdleSeconds(): number | null {
  const left = useSession((session) => session.status?.idleSecondsLeft ?? null);
  const readAt = useSession((session) => session.readAt);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return left === null ? null : Math.max(0, Math.round(left - Math.max(0, now - readAt) / 1000));
}

function LockState(): ReactElement {
  const t = useMessages();
  const seconds = useIdleSeconds();
  const time = `${Math.floor((seconds ?? 0) / 60)}:${String((seconds ?? 0) % 60).padStart(2, '0')}`;
  return (
    <button
      type="button"
      className="status-item"
      title={t('common:status.lockNow')}
      onClick={() => void lockNow()}
    >
      {seconds === null ? t('common:status.unlocked') : t('common:status.idle', { time })}
    </button>
  );
}

/** Of what the views show, not of the file alone. */
function Marking(): ReactElement | null {
  const shown = useViewMarking();
  if (shown === null) return null;
  return (
    <span className="status-item marking" title={`${shown.line}\n${shown.meaning}`}>
      {shown.line}
    </span>
  );
}

function UndoState(): ReactElement | null {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const journal = useAsk('journal.list', fileId === null ? null : { fileId, limit: 1 });
  const entry = journal.data?.entries.find((one) => one.state === 'done');
  if (fileId === null) return null;
  const last = entry === undefined ? '' : t(entry.label.key, entry.label.params);
  return (
    <span className="status-item" title={last}>
      {t(journal.data?.canUndo === true ? 'common:status.savedUndo' : 'common:status.saved')}
    </span>
  );
}

/** What was just saved and where, until it is put away. */
function NoticeItem(): ReactElement {
  const t = useMessages();
  const notice = useNotice((one) => one.notice);
  if (notice === null) return <span className="grow" />;
  return (
    <button
      type="button"
      className={`status-item grow cut notice-item${notice.good ? '' : ' error'}`}
      title={`${notice.text}\n${t('common:close')}`}
      onClick={clearNotice}
    >
      <span role={notice.good ? 'status' : 'alert'}>{notice.text}</span>
    </button>
  );
}

/** Lock, marking, counts, zone, undo and host: what must be seen at every moment. */
export function StatusBar(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const hidden = useDesk((desk) => desk.hidden.size);
  const selected = useSelection((one) => one.entityIds.length + one.linkKeys.length + one.eventIds.length);
  const error = useSession((session) => session.error);
  const host = useQuery({ queryKey: ['host.info'], queryFn: () => call('host.info', {}) });
  return (
    <footer className="status-bar">
      <LockState />
      {error === null ? null : (
        <span className="status-item error" role="alert">
          {t('common:noEngine')}
        </span>
      )}
      <Marking />
      {fileId === null ? null : (
        <span className="status-item">
          {t('common:status.selected', { count: selected })}
          {', '}
          {t('common:status.hidden', { count: hidden })}
        </span>
      )}
      <NoticeItem />
      <EndedJobs />
      <UndoState />
      <ZoneChoice />
      {host.data === undefined ? null : (
        <span
          className="status-item"
          title={t('common:status.version', { version: host.data.programVersion })}
        >
          {t(`common:host.${host.data.host}`)}
        </span>
      )}
    </footer>
  );
}
