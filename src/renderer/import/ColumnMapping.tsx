import type { ReactElement } from 'react';
import type { ImportSpecification, Inspection } from '../../contract/import.ts';
import { useMessages } from '../workspace/index.ts';
import { roleOf, rolesOf, withRole } from './column-roles.ts';

/** Column by column: its name, what stands in it, and what it becomes. */
export function ColumnMapping(props: {
  readonly inspection: Inspection;
  readonly specification: ImportSpecification;
  readonly onChange: (specification: ImportSpecification) => void;
}): ReactElement {
  const t = useMessages();
  const roles = rolesOf(props.specification);
  return (
    <table className="plain-table mapping">
      <thead>
        <tr>
          <th>{t('importcentre:column')}</th>
          <th>{t('importcentre:examples')}</th>
          <th>{t('importcentre:becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {props.inspection.columns.map((column) => (
          <tr key={column.name}>
            <th scope="row">{column.name}</th>
            <td className="cut muted" title={column.examples.join('\n')}>
              {column.examples.slice(0, 3).join(' · ')}
            </td>
            <td>
              <select
                aria-label={column.name}
                value={roleOf(props.specification, column.name)}
                onChange={(event) =>
                  props.onChange(withRole(props.specification, column.name, event.target.value))
                }
              >
                <option value="">{t('importcentre:notMapped')}</option>
                {roles.map((role) => (
                  <option key={role.id} value={role.id}>
                    {t('importcentre:role', { owner: role.owner, field: role.field })}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
