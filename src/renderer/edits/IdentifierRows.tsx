import type { ReactElement } from 'react';
import { Button, propertyWords } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
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
  const { rows, onChange } = props;
  const set = (at: number, change: Partial<Row>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <fieldset className="edit-rows">
      <legend>{t('edits:identifiers')}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have nothing else to tell them apart
        <div className="edit-row" key={index}>
          <select
            aria-label={t('edits:kind')}
            value={row.kind}
            onChange={(event) => set(index, { kind: event.target.value })}
          >
            {kindsFor(row.kind).map((kind) => (
              <option key={kind} value={kind}>
                {propertyWords(t, kind)}
              </option>
            ))}
          </select>
          <input
            aria-label={t('edits:value')}
            value={row.raw}
            onChange={(event) => set(index, { raw: event.target.value })}
          />
          <Button onClick={() => onChange(rows.filter((_, at) => at !== index))}>{t('edits:takeOut')}</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { kind: 'phone', raw: '' }])}>
        {t('edits:addIdentifier')}
      </Button>
    </fieldset>
  );
}
