import type { ImportSpecification } from '../../../../../src/contract/import.ts';
import type { Input, MethodName, Output } from '../../../../../src/contract/index.ts';
import { Failure } from '../../../../../src/core/result.ts';
import { checkHandlers } from '../../../../../src/main/checks/handlers.ts';
import type { Context } from '../../../../../src/main/engine/context.ts';
import { evidenceHandlers } from '../../../../../src/main/evidence/handlers.ts';
import { storeHandlers } from '../../../../../src/main/store/handlers.ts';
import type { SeededFile } from '../../../../helpers/seed.ts';

export interface Play {
  readonly file: SeededFile;
  readonly roll: (limit: number) => number;
  readonly files: readonly { readonly path: string; readonly specification: ImportSpecification }[];
}

export type Doings = readonly (readonly [weight: number, (play: Play) => Promise<unknown>])[];

const HANDLERS = { ...storeHandlers, ...evidenceHandlers, ...checkHandlers };
type Method = keyof typeof HANDLERS & MethodName;

/** A refusal is an answer too: it must have changed nothing. */
export async function act<M extends Method>(
  { file }: Play,
  method: M,
  input: Input<M>,
): Promise<Output<M> | null> {
  const handler = HANDLERS[method] as unknown as (
    context: Context,
    input: Input<M>,
  ) => Output<M> | Promise<Output<M>>;
  try {
    return await handler(file.context, input);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** Any of the rows of a query that gives ids. */
export function one({ file, roll }: Play, sql: string): string {
  const found = file.database.all<{ id: string }>(sql).map((row) => row.id);
  return found[roll(Math.max(1, found.length))] ?? 'nothing';
}
export const ENTITY = 'SELECT id FROM entity ORDER BY seq';

export const of = <T>(play: Play, list: readonly T[]): T => list[play.roll(list.length)] as T;
