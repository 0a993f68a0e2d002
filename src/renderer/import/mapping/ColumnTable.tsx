import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Inspection } from '../../../contract/import.ts';
import { useMessages } from '../../workspace/index.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { takeOut, usesOf } from './column-use.ts';
import { useMapping } from './mapping-context.ts';
import { placeKey } from './place.ts';
import { ownerWords, placeWords } from './sentences.ts';

/** Column by column: its name, what stands in it, every place it feeds, and where else it could go. */
export function ColumnTable(): ReactElement {
  const t = useMessages();
  const { columns } = useMapping();
  return (
    <table className="plain-table spec-columns">
      <thead>
        <tr>
          <th>{t('importcentre:column')}</th>
          <th>{t('importcentre:examples')}</th>
          <th>{t('importcentre:becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.name}>
            <th scope="row" className="cut" title={column.name}>
              {column.name}
            </th>
            <td className="cut muted" title={column.examples.join('\n')}>
              {column.examples.slice(0, 3).join(' · ')}
            </td>
            <td>
              <ColumnUses column={column} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnUses({ column }: { readonly column: Inspection['columns'][number] }): ReactElement {
  const t = useMessages();
  const { specification, change } = useMapping();
  const { name } = column;
  const uses = usesOf(specification, name);
  return (
    <div className="spec-uses">
      {uses.length === 0 ? <span className="spec-unused">{t('importcentre:notUsed')}</span> : null}
      {uses.map((place) => {
        const where = t('importcentre:sentence.place', {
          owner: ownerWords(specification, place, t),
          place: placeWords(specification, place, t),
        });
        return (
          <button
            key={placeKey(place)}
            type="button"
            className="column-chip"
            title={t('importcentre:takeOutOf', { column: name, place: where })}
            onClick={() => change((spec) => takeOut(spec, place, name))}
          >
            <span className="cut">{where}</span>
            <IconX size={12} aria-hidden />
          </button>
        );
      })}
      <ColumnMenu column={column} />
    </div>
  );
}
