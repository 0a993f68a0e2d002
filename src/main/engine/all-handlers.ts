import type { MethodName } from '../../contract/index.ts';
import { evidenceHandlers } from '../evidence/handlers.ts';
import { auditHandlers } from '../exchange/audit-handlers.ts';
import { exchangeHandlers } from '../exchange/handlers.ts';
import { importHandlers } from '../import/handlers.ts';
import { listHandlers } from '../lists/handlers.ts';
import { matchingHandlers } from '../matching/handlers.ts';
import { referenceHandlers } from '../reference/handlers.ts';
import { storeHandlers } from '../store/handlers.ts';
import { trainingHandlers } from '../training/handlers.ts';
import { removeUnfinished } from '../training/unfinished.ts';
import type { Handlers } from './handlers.ts';
import { backupHandlers } from './handlers-backup.ts';
import { computerHandlers } from './handlers-computer.ts';
import { keyHandlers } from './handlers-keys.ts';
import { type EngineParts, vaultHandlers } from './handlers-vault.ts';

/** Joins two rooms; a method that both answer is a type error. */
function join<A extends object, B extends object>(
  one: A,
  other: B & { readonly [K in keyof A & keyof B]: never },
): A & B {
  return { ...one, ...other };
}

/** Every room's handlers in one map; a method of the contract that nobody answers is a type error. */
export function allHandlers(parts: EngineParts): Handlers<MethodName> {
  const vault = join(vaultHandlers(parts, removeUnfinished), join(keyHandlers(parts), backupHandlers(parts)));
  const own = join(vault, computerHandlers(parts.host));
  const inside = join(
    join(own, join(storeHandlers, matchingHandlers)),
    join(join(importHandlers, listHandlers), referenceHandlers),
  );
  return join(inside, join(join(exchangeHandlers, auditHandlers), join(trainingHandlers, evidenceHandlers)));
}
