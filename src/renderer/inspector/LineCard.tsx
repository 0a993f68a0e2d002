import type { ReactElement } from 'react';
import type { LinkType } from '../../core/model/link-types.ts';
import { EntityChip, formatDuration, formatInstant, formatMoney } from '../ui/index.ts';
import { language, select, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { HeadActions } from './HeadActions.tsx';
import { StatedBy } from './StatedBy.tsx';

const SHOWN = 200;

/** One chart line opened to its events. */
export function LineCard(props: { readonly fileId: string; readonly linkKey: string }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const line = useDesk((desk) => desk.links.find((one) => one.key === props.linkKey));
  const entities = useDesk((desk) => desk.entities);
  const events = useAsk('event.list', {
    fileId: props.fileId,
    linkKey: props.linkKey,
    offset: 0,
    limit: SHOWN,
  });
  const [from = '', to = '', type = 'other'] = props.linkKey.split('|');
  const ends = [entities.get(from), entities.get(to)];
  return (
    <article>
      <header className="card-head">
        {ends[0] === undefined ? null : <EntityChip entity={ends[0]} />}
        <span>→ {t(`types:link.${type as LinkType}`)} →</span>
        {ends[1] === undefined ? null : <EntityChip entity={ends[1]} />}
        <HeadActions commandIds={['open.edit-link']} />
      </header>
      {line === undefined ? null : (
        <p className="tabular">
          {t('inspector:line.count', { count: line.count })} · {t(`types:strength.${line.strength}`)}
          {line.sums.map((sum) => ` · ${formatMoney(sum.minor, sum.currency, language())}`).join('')}
          {line.first === null || line.last === null
            ? ''
            : ` · ${formatInstant(line.first, zone, language())} – ${formatInstant(line.last, zone, language())}`}
        </p>
      )}
      <StatedBy fileId={props.fileId} linkKey={props.linkKey} />
      {events.error ? <p role="alert">{events.error.message}</p> : null}
      <ul className="lines">
        {(events.data?.rows ?? []).map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="tree-row leaf"
              onClick={() => select({ linkKeys: [props.linkKey], eventIds: [row.id] })}
            >
              <span className="tabular">
                {row.start === null ? row.startText : formatInstant(row.start, zone, language())}
              </span>
              <span className="muted">{row.place ?? ''}</span>
              <span className="number">
                {row.durationSeconds === null ? '' : formatDuration(row.durationSeconds)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {(events.data?.total ?? 0) > SHOWN ? (
        <p className="muted">{t('inspector:line.more', { count: (events.data?.total ?? 0) - SHOWN })}</p>
      ) : null}
    </article>
  );
}
