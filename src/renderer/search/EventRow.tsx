import type { ReactElement } from 'react';
import { formatInstant } from '../ui/index.ts';
import { language, select, useMessages } from '../workspace/index.ts';
import type { Answer } from './state.ts';

export function EventRow({ event }: { readonly event: Answer['events'][number] }): ReactElement {
  const t = useMessages();
  const { id, type, start, startText, zone, fromLabel, toLabel, place, why, snippet } = event;
  const when = start === null ? startText : formatInstant(start, zone, language());
  const who = [fromLabel, toLabel].filter((label) => label !== null).join(' → ');
  const about = [when, place ?? '', t(`search:why.${why}`)].filter((part) => part !== '');
  return (
    <li className="search-hit">
      <button type="button" className="search-found" onClick={() => select({ eventIds: [id] })}>
        <strong>
          {t(`types:event.${type}`)}
          {who === '' ? '' : ` · ${who}`}
        </strong>
        <span className="muted">{about.join(' · ')}</span>
        {snippet === null ? null : <span>{snippet}</span>}
      </button>
    </li>
  );
}
