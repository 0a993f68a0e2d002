import {
  type ColumnDef,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { language } from '../workspace/index.ts';
import { comparer } from './compare.ts';
import { DataTableHead } from './DataTableHead.tsx';
import type { DataColumn } from './data-column.ts';
import type { SelectionMenu } from './SelectionMenu.tsx';

const ROW = 28;
/** Rows from the end at which more are asked for. */
const NEAR_END = 30;

export interface DataTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly label: string;
  readonly selectedIds?: ReadonlySet<string>;
  readonly onSelect?: (row: Row, add: boolean) => void;
  /** Enter or double click. */
  readonly onOpen?: (row: Row) => void;
  /** Right-click or the menu key on a row that is selected by then. */
  readonly onMenu?: SelectionMenu['open'];
  /** Given when the engine sorts; otherwise the table sorts what it holds. */
  readonly onSort?: (columnId: string, descending: boolean) => void;
  /** The end is near: fetch the next page. */
  readonly onMore?: () => void;
}

function toColumnDefs<Row>(columns: readonly DataColumn<Row>[], locale: string): ColumnDef<Row>[] {
  const compare = comparer(locale);
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row) => column.value?.(row) ?? null,
    enableSorting: column.value !== undefined,
    sortingFn: (one, other, id) => compare(one.getValue(id), other.getValue(id)),
  }));
}

/** Many rows at 28 px, only the seen ones in the page. Arrows move, Space selects, Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { columns, onMore } = props;
  const [sorting, setSorting] = useState<SortingState>([]);
  const [current, setCurrent] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useReactTable<Row>({
    data: props.rows as Row[],
    columns: toColumnDefs(columns, language()),
    state: { sorting },
    manualSorting: props.onSort !== undefined,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const rows = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const seen = virtual.getVirtualItems();
  const lastSeen = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - NEAR_END) onMore?.();
  }, [lastSeen, rows.length, onMore]);
  const sortBy = (id: string): void => {
    const descending = sorting[0]?.id === id && !sorting[0].desc;
    setSorting([{ id, desc: descending }]);
    props.onSort?.(id, descending);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key];
    const row = rows[current]?.original;
    if (step !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, current + step));
      setCurrent(next);
      virtual.scrollToIndex(next);
    } else if (event.key === ' ' && row !== undefined) props.onSelect?.(row, event.ctrlKey);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row);
    else return;
    event.preventDefault();
  };
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid cannot be a table element
    <div
      ref={scroller}
      className="data-table"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <DataTableHead columns={columns} width={width} sorted={sorting[0]} onSort={sortBy} />
      <div className="data-table-body" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {seen.map((item) => {
          const row = rows[item.index]?.original;
          if (row === undefined) return null;
          const id = props.rowId(row);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the grid itself takes the focus
            // biome-ignore lint/a11y/useSemanticElements: a virtual row cannot be a tr
            <div
              key={id}
              role="row"
              className={`data-table-row${item.index === current ? ' current' : ''}`}
              aria-selected={props.selectedIds?.has(id) ?? false}
              aria-rowindex={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) => {
                setCurrent(item.index);
                props.onSelect?.(row, event.ctrlKey || event.metaKey);
              }}
              onDoubleClick={() => props.onOpen?.(row)}
              onContextMenu={(event) => {
                if (props.onMenu === undefined) return;
                setCurrent(item.index);
                if (props.selectedIds?.has(id) !== true) props.onSelect?.(row, false);
                props.onMenu(event);
              }}
            >
              {columns.map((column) => (
                // biome-ignore lint/a11y/useSemanticElements: a virtual cell cannot be a td
                // biome-ignore lint/a11y/useFocusableInteractive: the grid itself takes the focus
                <div
                  key={column.id}
                  role="gridcell"
                  className={`data-table-cell${column.numeric === true ? ' number' : ''}`}
                  style={{ width: column.width }}
                  title={column.title?.(row)}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
