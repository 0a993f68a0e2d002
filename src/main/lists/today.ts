import type { Context } from '../engine/context.ts';

/** The day by the clock of the engine, UTC: a list is valid from and to days. */
export function todayOf(context: Pick<Context, 'now'>): string {
  return new Date(context.now()).toISOString().slice(0, 10);
}
