import type { ReactElement } from 'react';
import type { AuditFilter } from '../../contract/audit.ts';
import { Select } from '../ui/index.ts';
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
      <Select
        label={t('audit:action')}
        value={filter.action ?? ''}
        choices={[
          { value: '', label: t('audit:anyAction') },
          ...props.actions.map((value) => ({ value, label: actionName(t, value) })),
        ]}
        onChange={(value) => set('action', value)}
      />
      <Select
        label={t('audit:actor')}
        value={filter.actor ?? ''}
        choices={[
          { value: '', label: t('audit:anyActor') },
          ...props.actors.map((value) => ({ value, label: value })),
        ]}
        onChange={(value) => set('actor', value)}
      />
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
