import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  /** Right-aligned, tabular. */
  readonly numeric?: boolean;
  /** What it sorts by; a column without it is not sortable. */
  readonly value?: (row: Row) => string | number | null;
  readonly cell: (row: Row) => ReactNode;
  /** Whole text of the cell as tooltip. */
  readonly title?: (row: Row) => string;
}
