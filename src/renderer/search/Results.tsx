import { IconMap2, IconTable } from '@tabler/icons-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { addToChart } from '../chart/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { type PanelId, select, showPanel, useMessages } from '../workspace/index.ts';
import { EventRow } from './EventRow.tsx';
import { HitRow } from './HitRow.tsx';
import { type Answer, type Hit, remember } from './state.ts';

async function add(ids: readonly string[], hits: number): Promise<void> {
  await Promise.all([addToChart(ids), remember(hits)]);
  select({ entityIds: ids });
  showPanel('chart');
}

/** Groups in the order of their best hit. */
function groupsOf(hits: readonly Hit[]): readonly (readonly [Hit['entity']['type'], readonly Hit[]])[] {
  const types = [...new Set(hits.map(({ entity }) => entity.type))];
  return types.map((type) => [type, hits.filter(({ entity }) => entity.type === type)] as const);
}

/** Up and down go through all hits, whatever group they stand in; up from the first goes back to the box. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.search-found')];
  const now = buttons.indexOf(document.activeElement as HTMLElement);
  const next = buttons[now + (event.key === 'ArrowDown' ? 1 : -1)];
  const box = event.currentTarget
    .closest('.search-panel')
    ?.querySelector<HTMLElement>('input[type="search"]');
  (next ?? (event.key === 'ArrowUp' ? box : buttons[now]))?.focus();
  event.preventDefault();
}

export function Results({ answer, text }: { readonly answer: Answer; readonly text: string }): ReactElement {
  const t = useMessages();
  const { hits, events, more } = answer;
  const ids = hits.map(({ entity }) => entity.id);
  const show = (panel: PanelId): void => {
    select({ entityIds: ids, eventIds: events.map(({ id }) => id) });
    void remember(hits.length + events.length);
    showPanel(panel);
  };
  const elsewhere = (panel: PanelId, label: string, glyph: ReactElement): ReactElement => (
    <IconButton label={label} onClick={() => show(panel)}>
      {glyph}
    </IconButton>
  );
  if (hits.length + events.length === 0) return <p className="muted">{t('search:nothing', { text })}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the buttons inside
    <div className="search-results" onKeyDown={walk}>
      <div className="toolbar">
        <Button
          title={t('search:addAll', { count: ids.length })}
          disabled={ids.length === 0}
          onClick={() => void add(ids, hits.length)}
        >
          {t('search:addAll', { count: ids.length })}
        </Button>
        {elsewhere('table', t('search:inTable'), <IconTable size={18} aria-hidden />)}
        {elsewhere('map', t('search:onMap'), <IconMap2 size={18} aria-hidden />)}
      </div>
      {more ? <p className="muted">{t('search:more')}</p> : null}
      {groupsOf(hits).map(([type, members]) => (
        <section key={type}>
          <h3>{t('search:group', { type: t(`types:entity.${type}`), count: members.length })}</h3>
          <ul className="lines">
            {members.map((hit) => (
              <HitRow key={hit.entity.id} hit={hit} onAdd={() => void add([hit.entity.id], hits.length)} />
            ))}
          </ul>
        </section>
      ))}
      {events.length === 0 ? null : (
        <section>
          <h3>{t('search:group', { type: t('search:events'), count: events.length })}</h3>
          <ul className="lines">
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
