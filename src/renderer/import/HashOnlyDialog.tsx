import type { ReactElement } from 'react';
import { Button, Dialog } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

const SHOWN_NAMES = 5;

/** Before bytes are shut out for ever: which files, and what is and is not done with them. */
export function HashOnlyDialog(props: {
  readonly names: readonly string[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages();
  const { names, onConfirm, onClose } = props;
  return (
    <Dialog title={t('importcentre:register.title')} onClose={onClose}>
      <HashOnlyWords />
      <ul className="hash-only-names">
        {names.slice(0, SHOWN_NAMES).map((name) => (
          <li key={name} className="cut" title={name}>
            {name}
          </li>
        ))}
        {names.length > SHOWN_NAMES ? (
          <li>{t('importcentre:register.more', { count: names.length - SHOWN_NAMES })}</li>
        ) : null}
      </ul>
      <div className="button-row">
        <Button
          primary
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {t('importcentre:register.confirm', { count: names.length })}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Dialog>
  );
}

/** The way to choose such files so that the program opens none of them, not even to see what it is. */
export function HashOnlyChoice(props: {
  readonly onChoose: (purpose: 'open-files' | 'open-folder') => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages();
  const choose = (purpose: 'open-files' | 'open-folder'): void => {
    props.onClose();
    props.onChoose(purpose);
  };
  return (
    <Dialog title={t('importcentre:register.title')} onClose={props.onClose}>
      <HashOnlyWords />
      <p className="hash-only-words">{t('importcentre:register.unseen')}</p>
      <div className="button-row">
        <Button primary onClick={() => choose('open-files')}>
          {t('importcentre:choose')}
        </Button>
        <Button onClick={() => choose('open-folder')}>{t('importcentre:chooseFolder')}</Button>
        <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      </div>
    </Dialog>
  );
}

function HashOnlyWords(): ReactElement {
  const t = useMessages();
  return <p className="hash-only-words">{t('importcentre:register.how')}</p>;
}
