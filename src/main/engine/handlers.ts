import type { Input, MethodName, Output } from '../../contract/index.ts';
import type { Context } from './context.ts';

/** What answers one method. Throws Failure for expected errors; the door turns it into a reply. */
export type Handler<M extends MethodName> = (
  context: Context,
  input: Input<M>,
) => Output<M> | Promise<Output<M>>;

/** Each room exports its own handlers as a part of the whole map; engine/all-handlers.ts joins them. */
export type Handlers<M extends MethodName = MethodName> = { readonly [K in M]: Handler<K> };
