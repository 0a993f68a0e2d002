import type { ReactElement } from 'react';
import { propertyWords, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { EditRows } from './EditRows.tsx';
import { kindsFor } from './identifier-kinds.ts';

interface Row {
  readonly kind: string;
  readonly raw: string;
}

/** Numbers and documents that name the entity, each with its kind. */
export function IdentifierRows(props: {
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
}): ReactElement {
  const t = useMessages();
  return (
    <EditRows<Row>
      legend={t('edits:identifiers')}
      add={t('edits:addIdentifier')}
      blank={{ kind: 'phone', raw: '' }}
      {...props}
    >
      {(row, set) => (
        <>
          <Select
            label={t('edits:kind')}
            value={row.kind}
            choices={kindsFor(row.kind).map((value) => ({ value, label: propertyWords(t, value) }))}
            onChange={(kind) => set({ kind })}
          />
          <input
            aria-label={t('edits:value')}
            value={row.raw}
            onChange={(event) => set({ raw: event.target.value })}
          />
        </>
      )}
    </EditRows>
  );
}
