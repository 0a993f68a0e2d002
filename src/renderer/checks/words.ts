import type { ExternalCheck } from '../../contract/checks.ts';
import { isPositive } from '../../core/checks/index.ts';
import type { Translate } from '../workspace/index.ts';
import type { NamedSystem } from './check-form.ts';

/** What a database is called; a national one by its own name. */
export function systemWords(t: Translate, { system, systemName }: NamedSystem): string {
  return systemName === '' ? t(`checks:system.${system}`) : systemName;
}

/** How far the confirmation of a positive result is; nothing where there is nothing to confirm. */
export function confirmationWords(t: Translate, check: ExternalCheck): string[] {
  const { asked, due, received, answer, overdue } = check;
  if (!isPositive(check.result)) return [];
  if (received !== null && answer !== null)
    return [t('checks:confirmation.answered', { answer: t(`checks:answer.${answer}`), received })];
  return [
    asked === null ? t('checks:confirmation.needed') : t('checks:confirmation.asked', { asked }),
    ...(due === null ? [] : [t(`checks:confirmation.${overdue ? 'overdue' : 'due'}`, { due })]),
  ];
}
