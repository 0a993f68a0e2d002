import type { Verdict } from './national-number.ts';

interface Answer {
  readonly isValid: boolean;
  readonly error?: Error | undefined;
}

/** What the library of national numbers says, as a verdict: a part that cannot be (a day, a county) or the digit. */
export function stdnumVerdict(validate: (value: string) => Answer): (value: string) => Verdict {
  return (value) => {
    const { isValid, error } = validate(value);
    if (isValid) return 'right';
    return error?.name === 'InvalidComponent' ? 'impossible' : 'wrong';
  };
}
