import type { CheckSystem } from './systems.ts';

/** What came of it. `not_checked`: somebody wrote down that nobody has asked yet. */
export const CHECK_OUTCOMES = ['not_checked', 'no_record', 'possible', 'hit'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What the bureau that owns the record said of a positive result. */
export const CONFIRMATION_ANSWERS = ['confirmed', 'refuted'] as const;
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number];

/** The part of a check the rules below speak of; days are `yyyy-mm-dd`. */
export interface CheckState {
  readonly system: CheckSystem;
  readonly systemName: string;
  readonly value: string;
  readonly at: number;
  readonly result: CheckOutcome;
  readonly asked: string | null;
  readonly due: string | null;
  readonly received: string | null;
  readonly answer: ConfirmationAnswer | null;
}

/** A positive result is a lead. Ground for action it becomes when the bureau that owns the record confirms it. */
export function isPositive(result: CheckOutcome): boolean {
  return result === 'possible' || result === 'hit';
}

/** Positive, and nobody who owns the record has answered. */
export function isOpen({ result, received }: Pick<CheckState, 'result' | 'received'>): boolean {
  return isPositive(result) && received === null;
}

/** `today`: the day where the person works. The day of the deadline itself is not late. */
export function isOverdue(check: Pick<CheckState, 'result' | 'received' | 'due'>, today: string): boolean {
  return isOpen(check) && check.due !== null && check.due < today;
}

export type CheckProblem =
  | 'system-unnamed'
  | 'value-missing'
  | 'in-future'
  | 'confirmation-without-hit'
  | 'answer-without-day'
  | 'received-before-asked'
  | 'due-before-asked';

const DAY = 86_400_000;

/** What is wrong with a check as it was written; null = nothing. A clock of another zone may be a day ahead. */
export function checkProblem(check: CheckState, now: number): CheckProblem | null {
  const { system, systemName, value, at, result, asked, due, received, answer } = check;
  if (system === 'national' && systemName.trim() === '') return 'system-unnamed';
  if (value.trim() === '' && result !== 'not_checked') return 'value-missing';
  if (at > now + DAY) return 'in-future';
  const isAsked = asked !== null || due !== null || received !== null || answer !== null;
  if (isAsked && !isPositive(result)) return 'confirmation-without-hit';
  if ((received === null) !== (answer === null)) return 'answer-without-day';
  if (asked !== null && received !== null && received < asked) return 'received-before-asked';
  return asked !== null && due !== null && due < asked ? 'due-before-asked' : null;
}
