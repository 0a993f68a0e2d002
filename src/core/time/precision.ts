/** Precision of an instant: how much of it the source really said. */
export const PRECISIONS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Half-open interval in milliseconds since 1970-01-01 UTC; null = open end. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}
