import type { ReactElement } from 'react';
import type { AuditFilter } from '../../contract/audit.ts';
import { useMessages } from '../workspace/index.ts';
import { actionName } from './columns.ts';

function without(filter: AuditFilter, name: keyof AuditFilter): AuditFilter {
  const { [name]: _gone, ...rest } = filter;
  return rest;
}

/** What of the chain is shown: an action, a person, words. */
export function AuditFilterBar(props: {
  readonly filter: AuditFilter;
  readonly actions: readonly string[];
  readonly actors: readonly string[];
  readonly onChange: (filter: AuditFilter) => void;
}): ReactElement {
  const t = useMessages();
  const { filter, onChange } = props;
  const set = (name: 'action' | 'actor' | 'text', value: string): void =>
    onChange(value === '' ? without(filter, name) : { ...filter, [name]: value });
  return (
    <>
      <select
        aria-label={t('audit:action')}
        value={filter.action ?? ''}
        onChange={(event) => set('action', event.target.value)}
      >
        <option value="">{t('audit:anyAction')}</option>
        {props.actions.map((action) => (
          <option key={action} value={action}>
            {actionName(t, action)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('audit:actor')}
        value={filter.actor ?? ''}
        onChange={(event) => set('actor', event.target.value)}
      >
        <option value="">{t('audit:anyActor')}</option>
        {props.actors.map((actor) => (
          <option key={actor} value={actor}>
            {actor}
          </option>
        ))}
      </select>
      <input
        type="search"
        placeholder={t('audit:text')}
        aria-label={t('audit:text')}
        value={filter.text ?? ''}
        onChange={(event) => set('text', event.target.value)}
      />
    </>
  );
}
