import type { ReactElement, ReactNode } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** A list of pairs that a person writes: each can be changed and taken out, one more can be added. */
export function EditRows<Row extends object>(props: {
  readonly legend: string;
  readonly add: string;
  readonly blank: Row;
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  readonly children: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
  /** Said of a row, below it. */
  readonly below?: (row: Row) => ReactNode;
}): ReactElement {
  const t = useMessages();
  const { rows, onChange } = props;
  const setAt =
    (at: number) =>
    (change: Partial<Row>): void =>
      onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <fieldset className="edit-rows">
      <legend>{props.legend}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have nothing else to tell them apart
        <div className="edit-row" key={index}>
          {props.children(row, setAt(index))}
          <Button onClick={() => onChange(rows.filter((_, at) => at !== index))}>{t('edits:takeOut')}</Button>
          {props.below?.(row)}
        </div>
      ))}
      <Button onClick={() => onChange([...rows, props.blank])}>{props.add}</Button>
    </fieldset>
  );
}
