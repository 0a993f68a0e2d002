import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { EntityChip, IconButton, propertyWords } from '../ui/index.ts';
import { select, useMessages } from '../workspace/index.ts';
import type { Hit } from './state.ts';

/** The name has the whole width; below it what tells it from its namesakes, which field answered and how. */
export function HitRow({ hit, onAdd }: { readonly hit: Hit; readonly onAdd: () => void }): ReactElement {
  const t = useMessages();
  const { entity, matched, field, birthDate, identifiers, why, found } = hit;
  const isNamed = field === 'name' || matched === '' || identifiers.includes(matched) || found !== null;
  const answered = field === null || isNamed ? [] : [`${propertyWords(t, field)}: ${matched}`];
  const alias = field === 'name' && matched !== entity.label && matched !== '' ? [matched] : [];
  const known = [...answered, ...alias, ...identifiers].filter((one) => one !== entity.label);
  const about = [
    ...(entity.status === null ? [] : [t(`types:status.${entity.status}`)]),
    ...(birthDate === null ? [] : [t('search:born', { date: birthDate })]),
    ...new Set(known),
    t(`search:why.${why}`),
    t('search:contacts', { count: entity.degree }),
  ];
  return (
    <li className="search-hit">
      <button
        type="button"
        className="search-found"
        onClick={() => select({ entityIds: [entity.id] })}
        onDoubleClick={onAdd}
        onKeyDown={(event) => {
          if (event.key === '+' || (event.key === 'Enter' && event.ctrlKey)) onAdd();
        }}
      >
        <EntityChip entity={entity} />
        <span className="muted">{about.join(' · ')}</span>
        {found === null ? null : (
          <span>
            {found.page === null ? '' : `${t('search:page', { page: found.page })}: `}
            {found.snippet}
          </span>
        )}
      </button>
      <IconButton label={t('search:add')} onClick={onAdd}>
        <IconPlus size={16} aria-hidden />
      </IconButton>
    </li>
  );
}
