import type { ReactElement } from 'react';
import type { ListInspection, ListMapping } from '../../contract/lists.ts';
import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { TEXT_FIELDS } from '../../core/watch/index.ts';
import { Select } from '../ui/index.ts';
import { type Translate, useMessages } from '../workspace/index.ts';
import { withField } from './list-form.ts';

function choices(t: Translate) {
  return [
    { value: '', label: t('lists:field.none') },
    ...TEXT_FIELDS.map((value: string) => ({ value, label: t(`lists:field.${value}`) })),
    ...IDENTIFIER_KINDS.map((value) => ({ value, label: t(`types:identifier.${value}`) })),
  ];
}

/** Each column of the file, what stands in it, and what it is compared as. */
export function FieldTable(props: {
  readonly inspection: ListInspection;
  readonly mapping: ListMapping;
  readonly onChange: (mapping: ListMapping) => void;
}): ReactElement {
  const t = useMessages();
  const { inspection, mapping, onChange } = props;
  const all = choices(t);
  return (
    <div className="field-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('lists:column')}</th>
            <th scope="col">{t('lists:examples')}</th>
            <th scope="col">{t('lists:isField')}</th>
          </tr>
        </thead>
        <tbody>
          {inspection.columns.map(({ name, examples }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td className="muted" title={examples.join(' · ')}>
                {examples.join(' · ')}
              </td>
              <td>
                <Select
                  label={`${t('lists:isField')}: ${name}`}
                  value={mapping.fields[name] ?? ''}
                  choices={all}
                  onChange={(field) => onChange(withField(mapping, name, field))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
