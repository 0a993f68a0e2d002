import { type ReactElement, useState } from 'react';
import { Button, Field } from '../../ui/index.ts';
import { call, useAttempt, useMessages } from '../../workspace/index.ts';

/** The secret of the meeting: made here and shown once, or typed as the partner gave it; wiped at the end. */
export function MeetingSecret(props: {
  readonly code: string | null;
  readonly onChanged: () => void;
}): ReactElement {
  const t = useMessages();
  const { code, onChanged } = props;
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [typed, setTyped] = useState('');
  const { error, busy, run, submit } = useAttempt();
  const begin = async (): Promise<void> => {
    setWords((await call('hitNoHit.begin', {})).words);
    onChanged();
  };
  const join = async (): Promise<void> => {
    await call('hitNoHit.join', { words: typed });
    setTyped('');
    onChanged();
  };
  const end = async (): Promise<void> => {
    setWords(null);
    await call('hitNoHit.end', {});
    onChanged();
  };
  return (
    <section>
      <h3>{t('hitnohit:secret.title')}</h3>
      {code === null ? (
        <>
          <p className="muted">{t('hitnohit:secret.how')}</p>
          <div className="actions">
            <Button primary disabled={busy} onClick={() => void run(begin)}>
              {t('hitnohit:secret.begin')}
            </Button>
          </div>
          <form onSubmit={submit(join)}>
            <Field label={t('hitnohit:secret.typed')}>
              <input
                type="password"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
            <Button type="submit" disabled={busy || typed.trim() === ''}>
              {t('hitnohit:secret.join')}
            </Button>
          </form>
        </>
      ) : (
        <div className="hit-meeting" role="status">
          <span>{t('hitnohit:secret.open', { code })}</span>
          <Button disabled={busy} onClick={() => void run(end)}>
            {t('hitnohit:secret.end')}
          </Button>
        </div>
      )}
      {words === null || code === null ? null : (
        <div className="hit-words">
          <p>{t('hitnohit:secret.once')}</p>
          <ol className="recovery-words">
            {words.map((word, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: words repeat and never move
              <li key={index}>{word}</li>
            ))}
          </ol>
          <Button onClick={() => setWords(null)}>{t('hitnohit:secret.noted')}</Button>
        </div>
      )}
      {error === null ? null : <p role="alert">{error}</p>}
    </section>
  );
}
