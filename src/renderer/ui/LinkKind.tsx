import type { ReactElement } from 'react';
import {
  LINK_TYPE_NAMES,
  LINK_TYPES,
  type LinkType,
  STRENGTHS,
  type Strength,
} from '../../core/model/link-types.ts';
import { useMessages } from '../workspace/index.ts';
import { Field } from './Field.tsx';
import { Select } from './Select.tsx';

const DRAWN_BY_HAND = LINK_TYPE_NAMES.filter((type) => LINK_TYPES[type].from === 'link');

/** What a link says and how sure it is; `error` stands below where it is the last field of its form. */
export function LinkKind(props: {
  readonly type: LinkType;
  readonly strength: Strength;
  readonly error?: string | null;
  readonly onType: (type: LinkType) => void;
  readonly onStrength: (strength: Strength) => void;
}): ReactElement {
  const t = useMessages();
  return (
    <>
      <Field label={t('casefile:link.type')}>
        <Select
          value={props.type}
          choices={DRAWN_BY_HAND.map((value) => ({ value, label: t(`types:link.${value}`) }))}
          onChange={props.onType}
        />
      </Field>
      <Field label={t('casefile:link.strength')} error={props.error ?? null}>
        <Select
          value={props.strength}
          choices={STRENGTHS.map((value) => ({ value, label: t(`types:strength.${value}`) }))}
          onChange={props.onStrength}
        />
      </Field>
    </>
  );
}
