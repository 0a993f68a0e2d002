import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { addCheck, changeCheck, withdrawCheck } from './edit.ts';
import { checksOf, openChecks } from './lists.ts';

/** The log of what was asked in databases outside. */
export const checkHandlers: Pick<Handlers, Extract<MethodName, `check.${string}`>> = {
  'check.list': checksOf,
  'check.open': openChecks,
  'check.add': addCheck,
  'check.change': changeCheck,
  'check.withdraw': withdrawCheck,
};
