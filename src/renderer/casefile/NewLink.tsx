import { type ReactElement, useState } from 'react';
import type { LinkType, Strength } from '../../core/model/link-types.ts';
import { Button, LinkKind } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useDesk, useMessages } from '../workspace/index.ts';

/** A link between the two selected entities, from the first to the second. */
export function NewLink(props: {
  readonly from: string;
  readonly to: string;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [type, setType] = useState<LinkType>('associate_of');
  const [strength, setStrength] = useState<Strength>('unconfirmed');
  const { error, submit } = useAttempt();

  async function create(): Promise<void> {
    if (fileId === null) return;
    await call('link.create', { fileId, from: props.from, to: props.to, type, strength });
    dataChanged();
    props.onDone();
  }

  return (
    <form className="form" onSubmit={submit(create)}>
      <LinkKind type={type} strength={strength} error={error} onType={setType} onStrength={setStrength} />
      <div className="actions">
        <Button primary type="submit">
          {t('casefile:link.create')}
        </Button>
        <Button onClick={props.onDone}>{t('casefile:cancel')}</Button>
      </div>
    </form>
  );
}
