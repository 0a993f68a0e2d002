export {
  CHECK_OUTCOMES,
  type CheckOutcome,
  CONFIRMATION_ANSWERS,
  type ConfirmationAnswer,
  checkProblem,
  isOpen,
  isOverdue,
  isPositive,
} from './check.ts';
export { CHECK_SYSTEMS, type CheckSystem, kindsAsked, systemKey, systemsOf } from './systems.ts';
