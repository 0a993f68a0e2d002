import { type ReactElement, useState } from 'react';
import { Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { MINIMUM_PASSPHRASE, passphraseProblem } from './create-form.ts';
import { StrengthMeter } from './StrengthMeter.tsx';
import { useStrength } from './strength.ts';

export interface NewPassphrase {
  readonly text: string;
  /** Strong enough, and typed the same twice. */
  readonly isReady: boolean;
  readonly clear: () => void;
  readonly fields: ReactElement;
}

/** A passphrase that is being chosen: typed twice, its strength shown in words. `known` are names a guesser knows. */
export function useNewPassphrase(wish: {
  readonly label: string;
  readonly known: readonly string[];
  readonly error?: string | null;
}): NewPassphrase {
  const t = useMessages();
  const [form, setForm] = useState({ text: '', again: '' });
  const strength = useStrength(form.text, wish.known);
  const problem = passphraseProblem(form.text, form.again, strength);
  const input = (name: keyof typeof form): ReactElement => (
    <input
      type="password"
      autoComplete="off"
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  const said = problem === null || form.again === '' ? null : t(problem, { count: MINIMUM_PASSPHRASE });
  return {
    text: form.text,
    isReady: problem === null,
    clear: () => setForm({ text: '', again: '' }),
    fields: (
      <>
        <Field label={wish.label}>{input('text')}</Field>
        <StrengthMeter strength={strength} />
        <Field label={t('casefile:vault.create.again')} error={said ?? wish.error ?? null}>
          {input('again')}
        </Field>
      </>
    ),
  };
}
