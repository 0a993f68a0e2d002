import type { ReactElement } from 'react';
import type { DataColumn } from './data-column.ts';

/** The header row: a sortable column is a button with its direction as an arrow. */
export function DataTableHead<Row>(props: {
  readonly columns: readonly DataColumn<Row>[];
  readonly width: number;
  readonly sorted: { readonly id: string; readonly desc: boolean } | undefined;
  readonly onSort: (columnId: string) => void;
}): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
    <div className="data-table-head" role="row" style={{ minWidth: props.width }}>
      {props.columns.map((column) => {
        const className = `data-table-cell${column.numeric === true ? ' number' : ''}`;
        const style = { width: column.width };
        const sorted = props.sorted?.id === column.id ? props.sorted : undefined;
        if (column.value === undefined) {
          return (
            // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
            // biome-ignore lint/a11y/useFocusableInteractive: nothing to do on it
            <div key={column.id} role="columnheader" className={className} style={style} title={column.label}>
              {column.label}
            </div>
          );
        }
        return (
          // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
          <button
            key={column.id}
            type="button"
            role="columnheader"
            aria-sort={sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending'}
            className={className}
            style={style}
            title={column.label}
            onClick={() => props.onSort(column.id)}
          >
            {column.label}
            {sorted === undefined ? '' : sorted.desc ? ' ↓' : ' ↑'}
          </button>
        );
      })}
    </div>
  );
}
