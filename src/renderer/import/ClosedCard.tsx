import type { ReactElement } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { CentreItem } from './centre.ts';
import { secondLine, stateWords } from './file-words.ts';
import { RegisterButtons } from './RegisterButtons.tsx';

/** A file nothing is read of: why, and what can be kept of it all the same. */
export function ClosedCard(props: { readonly item: CentreItem; readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const { item } = props;
  const isOpenQuestion = item.registered === null && item.wish === null;
  return (
    <article className="card file-card">
      <header className="card-head">
        <strong className="cut" title={item.name}>
          {item.name}
        </strong>
        <span className="muted">{stateWords(item, t)}</span>
        <Button disabled={item.wish !== null} onClick={props.onClose}>
          {t('importcentre:remove')}
        </Button>
      </header>
      <p>{secondLine(item, t)}</p>
      {isOpenQuestion ? (
        <div className="actions">
          <RegisterButtons items={[item]} />
        </div>
      ) : null}
      {isOpenQuestion ? <p className="muted">{t('importcentre:register.hint')}</p> : null}
    </article>
  );
}
