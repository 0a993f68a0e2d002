import type { ReactElement, Ref } from 'react';
import { systemKey } from '../../core/checks/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { useMessages } from '../workspace/index.ts';
import { choicesOf, type NamedSystem } from './check-form.ts';
import { systemWords } from './words.ts';

/** Databases in which such a thing is looked for stand first; a person may have asked another one all the same. */
export function SystemChoice(props: {
  readonly ref: Ref<HTMLSelectElement>;
  readonly type: EntityType;
  readonly national: readonly string[];
  readonly form: NamedSystem;
  readonly onChoose: (one: NamedSystem) => void;
}): ReactElement {
  const t = useMessages();
  const { suiting, others } = choicesOf(props.type, props.national);
  const all = [...suiting, ...others];
  const option = (one: NamedSystem): ReactElement => (
    <option key={systemKey(one)} value={systemKey(one)}>
      {systemWords(t, one)}
    </option>
  );
  const isListed = all.some((one) => systemKey(one) === systemKey(props.form));
  return (
    <select
      ref={props.ref}
      aria-label={t('checks:form.system')}
      value={isListed ? systemKey(props.form) : systemKey({ ...props.form, systemName: '' })}
      onChange={(event) => {
        const found = all.find((one) => systemKey(one) === event.target.value);
        if (found !== undefined) props.onChoose(found);
      }}
    >
      <optgroup label={t('checks:form.suits')}>{suiting.map(option)}</optgroup>
      <optgroup label={t('checks:form.others')}>{others.map(option)}</optgroup>
    </select>
  );
}
