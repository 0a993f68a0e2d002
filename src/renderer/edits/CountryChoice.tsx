import { type ReactElement, useDeferredValue } from 'react';
import { Select } from '../ui/index.ts';
import { useAsk, useMessages } from '../workspace/index.ts';
import { useCountryChoices } from './country.ts';
import { IdentifierCheck } from './IdentifierCheck.tsx';

/** Whose plate, document or number it is. */
export function CountryChoice(props: {
  readonly value: string;
  readonly onChange: (country: string) => void;
}): ReactElement {
  const t = useMessages();
  const choices = useCountryChoices(props.value);
  return <Select label={t('edits:country')} choices={choices} {...props} />;
}

/** What will be compared of a number as it stands in the form, and what its check says. */
export function ReadAs(props: {
  readonly kind: string;
  readonly raw: string;
  readonly country: string;
}): ReactElement | null {
  const t = useMessages();
  const raw = useDeferredValue(props.raw.trim());
  const { kind, country } = props;
  const read = useAsk('entity.readIdentifier', raw === '' ? null : { kind, raw, country });
  if (read.data === undefined) return null;
  return (
    <div className="read-as">
      <span className="muted">{t('edits:readAs', { value: read.data.value })}</span>
      <IdentifierCheck check={read.data.check} explain={read.data.explain} />
    </div>
  );
}
