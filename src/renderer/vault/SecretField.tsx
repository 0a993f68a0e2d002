import type { ReactElement } from 'react';
import type { Input } from '../../contract/index.ts';
import { Button, Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

export type Secret = Input<'slot.add'>['secret'];
export const NO_SECRET: Secret = { kind: 'passphrase', text: '' };

/** As the words are compared: what a person may type between them does not matter. */
export function cleanWords(text: string): string {
  return text.trim().toLowerCase().split(/\s+/).join(' ');
}

/** The secret as it is sent. */
export function sentSecret({ kind, text }: Secret): Secret {
  return { kind, text: kind === 'recovery' ? cleanWords(text) : text };
}

/** What opens the vault: a passphrase, or the 24 words where that is forgotten. */
export function SecretField(props: {
  readonly label: string;
  readonly secret: Secret;
  readonly error: string | null;
  readonly onChange: (secret: Secret) => void;
}): ReactElement {
  const t = useMessages();
  const { kind, text } = props.secret;
  const change = (value: string): void => props.onChange({ kind, text: value });
  const isWords = kind === 'recovery';
  return (
    <>
      <Field label={isWords ? t('keys:secret.words') : props.label} error={props.error}>
        {isWords ? (
          <textarea
            rows={3}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <input
            type="password"
            autoComplete="off"
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Field>
      <Button
        className="quiet secret-kind"
        onClick={() => props.onChange({ kind: isWords ? 'passphrase' : 'recovery', text: '' })}
      >
        {t(isWords ? 'keys:secret.usePassphrase' : 'keys:secret.useWords')}
      </Button>
    </>
  );
}
