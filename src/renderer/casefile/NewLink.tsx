import { type ReactElement, useState } from 'react';
import {
  LINK_TYPE_NAMES,
  LINK_TYPES,
  type LinkType,
  STRENGTHS,
  type Strength,
} from '../../core/model/link-types.ts';
import { Button, Field } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useDesk, useMessages } from '../workspace/index.ts';

const DRAWN_BY_HAND = LINK_TYPE_NAMES.filter((type) => LINK_TYPES[type].from === 'link');

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
      <Field label={t('casefile:link.type')}>
        <select value={type} onChange={(event) => setType(event.target.value as LinkType)}>
          {DRAWN_BY_HAND.map((one) => (
            <option key={one} value={one}>
              {t(`types:link.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('casefile:link.strength')} error={error}>
        <select value={strength} onChange={(event) => setStrength(event.target.value as Strength)}>
          {STRENGTHS.map((one) => (
            <option key={one} value={one}>
              {t(`types:strength.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <div className="actions">
        <Button primary type="submit">
          {t('casefile:link.create')}
        </Button>
        <Button onClick={props.onDone}>{t('casefile:cancel')}</Button>
      </div>
    </form>
  );
}
