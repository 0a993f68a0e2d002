import type { ReactElement } from 'react';
import { Field } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { namesOf } from './edit-entities.ts';
import { useMapping } from './mapping-context.ts';
import { Problems } from './Problems.tsx';
import { nameWords } from './sentences.ts';

/** Which entity of the mapping stands at an end of a link or event; one that is gone stays to be seen. */
export function EndSelect(props: {
  readonly at: string;
  readonly end: 'from' | 'to';
  readonly value: string | null;
  readonly onChange: (name: string) => void;
}): ReactElement {
  const t = useMessages();
  const { specification, problems } = useMapping();
  const { at, end } = props;
  const value = props.value ?? '';
  const names = [...new Set([...namesOf(specification), value])].filter((name) => name !== '');
  return (
    <Field label={t(`importcentre:end.${end}`)}>
      <select
        value={value}
        aria-label={t(`importcentre:end.${end}`)}
        aria-invalid={problems.some((problem) => problem.at === `${at}.${end}`)}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{t('importcentre:nobody')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {nameWords(name, t)}
          </option>
        ))}
      </select>
      <Problems at={`${at}.${end}`} />
    </Field>
  );
}
