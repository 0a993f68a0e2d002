import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** The 24 words, shown once; the way on opens when the person says they are written down. */
export function RecoveryWords(props: {
  readonly words: readonly string[];
  /** The words open nothing yet: the way on stays closed. */
  readonly isWaiting?: boolean;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [written, setWritten] = useState(false);
  return (
    <section>
      <h1>{t('casefile:vault.words.title')}</h1>
      <p>{t('casefile:vault.words.why')}</p>
      <ol className="recovery-words words-sheet">
        {props.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words repeat and never move
          <li key={index}>{word}</li>
        ))}
      </ol>
      <label>
        <input type="checkbox" checked={written} onChange={(event) => setWritten(event.target.checked)} />
        {t('casefile:vault.words.written')}
      </label>
      <div className="button-row">
        <Button primary disabled={!written || props.isWaiting === true} onClick={props.onDone}>
          {t('casefile:vault.words.continue')}
        </Button>
        <Button onClick={() => window.print()}>{t('casefile:vault.words.print')}</Button>
      </div>
    </section>
  );
}
