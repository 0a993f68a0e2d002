import { type ReactElement, useState } from 'react';
import type { EntitySummary } from '../../contract/terms.ts';
import { systemKey } from '../../core/checks/index.ts';
import { checkPen, isoDay, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { CheckEditor } from './CheckEditor.tsx';
import { CheckLine } from './CheckLine.tsx';
import { choicesOf, type NamedSystem, unchecked } from './check-form.ts';
import { systemWords } from './words.ts';
import './checks.css';

/** Each wish starts the editor anew, so that asking twice for the same database is heard twice. */
const NO_WISH = { one: null, count: 0 };

/** What databases outside said of one entity, and which of those that suit it nobody has asked. */
export function EntityChecks(props: {
  readonly entity: EntitySummary;
  /** Why a protected person was opened; null: the person is open to everybody. */
  readonly reason: string | null;
}): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { entity, reason } = props;
  const [changing, setChanging] = useState<string | null>(null);
  const [wish, setWish] = useState<{ readonly one: NamedSystem | null; readonly count: number }>(NO_WISH);
  const asked = { entityId: entity.id, today: isoDay(Date.now(), zone) };
  const list = useAsk('check.list', reason === null ? asked : { ...asked, reason });
  if (list.error) return <p role="alert">{list.error.message}</p>;
  if (list.data === undefined || list.data.shut) return null;
  const { checks, national, values } = list.data;
  const { suiting, others } = choicesOf(entity.type, national);
  const missing = unchecked(suiting, checks);
  const next = wish.one ?? missing[0] ?? suiting[0] ?? others[0];
  const editor = { entityId: entity.id, type: entity.type, national, values };
  const write = (one: NamedSystem): void => {
    setWish((before) => ({ one, count: before.count + 1 }));
    setTimeout(checkPen.ask, 0);
  };
  return (
    <section className="checks" aria-label={t('checks:title', { count: checks.length })}>
      <h3>{t('checks:title', { count: checks.length })}</h3>
      {checks.length === 0 ? <p className="muted">{t('checks:none')}</p> : null}
      {checks.some((one) => one.open) ? <p className="check-lead">{t('checks:lead')}</p> : null}
      <ul className="facts">
        {checks.map((check) => (
          <li key={check.id}>
            {check.id === changing ? (
              <CheckEditor {...editor} wanted={check} check={check} onDone={() => setChanging(null)} />
            ) : (
              <CheckLine check={check} onChange={() => setChanging(check.id)} />
            )}
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <p className="check-missing">
          <span>{t('checks:notChecked', { count: missing.length })}</span>
          {missing.map((one) => (
            <button
              key={systemKey(one)}
              type="button"
              className="check-chip"
              title={t('checks:checkNow', { database: systemWords(t, one) })}
              onClick={() => write(one)}
            >
              {systemWords(t, one)}
            </button>
          ))}
        </p>
      )}
      {next === undefined ? null : (
        <CheckEditor key={wish.count} {...editor} wanted={next} missing={missing} />
      )}
    </section>
  );
}
