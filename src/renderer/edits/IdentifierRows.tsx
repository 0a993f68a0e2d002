import type { ReactElement } from 'react';
import { propertyWords, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { CountryChoice, ReadAs } from './CountryChoice.tsx';
import { firstCountry, hasCountry, useHomeCountry } from './country.ts';
import { EditRows } from './EditRows.tsx';
import { kindsFor } from './identifier-kinds.ts';

interface Row {
  readonly kind: string;
  readonly raw: string;
  readonly country: string;
}

/** Numbers and documents that name the entity, each with its kind. */
export function IdentifierRows(props: {
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
}): ReactElement {
  const t = useMessages();
  const home = useHomeCountry();
  return (
    <EditRows<Row>
      legend={t('edits:identifiers')}
      add={t('edits:addIdentifier')}
      blank={{ kind: 'phone', raw: '', country: firstCountry('phone', home) }}
      below={(row) => (hasCountry(row.kind) ? <ReadAs {...row} /> : null)}
      {...props}
    >
      {(row, set) => (
        <>
          <Select
            label={t('edits:kind')}
            value={row.kind}
            choices={kindsFor(row.kind).map((value) => ({ value, label: propertyWords(t, value) }))}
            onChange={(kind) => set({ kind, country: firstCountry(kind, home) })}
          />
          <input
            aria-label={t('edits:value')}
            value={row.raw}
            onChange={(event) => set({ raw: event.target.value })}
          />
          {hasCountry(row.kind) ? (
            <CountryChoice value={row.country} onChange={(country) => set({ country })} />
          ) : (
            <span />
          )}
        </>
      )}
    </EditRows>
  );
}
