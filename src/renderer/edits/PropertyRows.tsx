import type { ReactElement } from 'react';
import { PROPERTY_NAMES } from '../../core/model/properties.ts';
import { useMessages } from '../workspace/index.ts';
import { EditRows } from './EditRows.tsx';

interface Row {
  readonly name: string;
  readonly value: string;
}

/** Properties by name; the program's own names are offered. */
export function PropertyRows(props: {
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
}): ReactElement {
  const t = useMessages();
  return (
    <>
      <datalist id="edit-property-names">
        {PROPERTY_NAMES.map((name) => (
          <option key={name} value={t(`types:property.${name}`)} />
        ))}
      </datalist>
      <EditRows<Row>
        legend={t('edits:properties')}
        add={t('edits:addProperty')}
        blank={{ name: '', value: '' }}
        {...props}
      >
        {(row, set) => (
          <>
            <input
              aria-label={t('edits:name')}
              list="edit-property-names"
              value={row.name}
              onChange={(event) => set({ name: event.target.value })}
            />
            <input
              aria-label={t('edits:value')}
              value={row.value}
              onChange={(event) => set({ value: event.target.value })}
            />
          </>
        )}
      </EditRows>
    </>
  );
}
