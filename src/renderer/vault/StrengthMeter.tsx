import type { ReactElement } from 'react';
import { gradeOf, type PassphraseStrength, type StrengthGrade } from '../../core/passphrase/policy.ts';
import { useMessages } from '../workspace/index.ts';
import { MINIMUM_PASSPHRASE } from './create-form.ts';

const GRADES: readonly StrengthGrade[] = ['at-once', 'weak', 'good', 'strong'];

/** How hard a passphrase is to guess, in words; the bars only repeat them. */
export function StrengthMeter({ strength }: { readonly strength: PassphraseStrength | null }): ReactElement {
  const t = useMessages();
  if (strength === null)
    return (
      <p className="strength muted" role="status">
        {t('keys:strength.advice', { count: MINIMUM_PASSPHRASE })}
      </p>
    );
  const grade = gradeOf(strength);
  const reached = GRADES.indexOf(grade);
  return (
    <div className={`strength ${grade}`} role="status">
      <span className="strength-bars" aria-hidden>
        {GRADES.map((one, at) => (
          <span key={one} className={at <= reached ? 'reached' : ''} />
        ))}
      </span>
      <strong>{t(`keys:grade.${grade}`)}</strong>
      {strength.weakSpot === null ? null : <span> {t(`keys:weak.${strength.weakSpot}`)}</span>}
    </div>
  );
}
