import type { ReactElement } from 'react';
import { PROPERTY_NAMES } from '../../core/model/properties.ts';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

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
  const { rows, onChange } = props;
  const set = (at: number, change: Partial<Row>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <fieldset className="edit-rows">
      <legend>{t('edits:properties')}</legend>
      <datalist id="edit-property-names">
        {PROPERTY_NAMES.map((name) => (
          <option key={name} value={t(`types:property.${name}`)} />
        ))}
      </datalist>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have nothing else to tell them apart
        <div className="edit-row" key={index}>
          <input
            aria-label={t('edits:name')}
            list="edit-property-names"
            value={row.name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <input
            aria-label={t('edits:value')}
            value={row.value}
            onChange={(event) => set(index, { value: event.target.value })}
          />
          <Button onClick={() => onChange(rows.filter((_, at) => at !== index))}>{t('edits:takeOut')}</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { name: '', value: '' }])}>{t('edits:addProperty')}</Button>
    </fieldset>
  );
}
