import type { MethodName } from '../../contract/index.ts';
import { exchangeHandlers } from '../exchange/handlers.ts';
import { importHandlers } from '../import/handlers.ts';
import { storeHandlers } from '../store/handlers.ts';
import { trainingHandlers } from '../training/handlers.ts';
import type { Handlers } from './handlers.ts';
import { computerHandlers } from './handlers-computer.ts';
import { type EngineParts, vaultHandlers } from './handlers-vault.ts';

/** Joins two rooms; a method that both answer is a type error. */
function join<A extends object, B extends object>(
  one: A,
  other: B & { readonly [K in keyof A & keyof B]: never },
): A & B {
  return { ...one, ...other };
}

/** Every room's handlers in one map. */
export function allHandlers(parts: EngineParts): Partial<Handlers<MethodName>> {
  const own = join(vaultHandlers(parts), computerHandlers(parts.host));
  const rooms = join(join(storeHandlers, importHandlers), join(exchangeHandlers, trainingHandlers));
  return join(own, rooms);
}
