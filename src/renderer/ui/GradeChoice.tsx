import type { ReactElement } from 'react';
import type { Grade } from '../../contract/terms.ts';
import { GRADING_SCHEME_NAMES, GRADING_SCHEMES, isGrade } from '../../core/evidence/grading.ts';
import { useMessages } from '../workspace/index.ts';
import { Field } from './Field.tsx';
import { Select } from './Select.tsx';

/** A code the new scheme has stays; otherwise its word for "cannot be judged": nothing is mapped behind one's back. */
function inScheme(grade: Grade, scheme: Grade['scheme']): Grade {
  const same = { ...grade, scheme };
  const { unjudged, information } = GRADING_SCHEMES[scheme];
  return isGrade(same) ? same : { scheme, source: unjudged, information: information.at(-1) ?? '' };
}

/** Scheme, source and information, each with the whole text of its code. */
export function GradeChoice(props: {
  readonly grade: Grade;
  readonly onChange: (grade: Grade) => void;
}): ReactElement {
  const t = useMessages();
  const { grade, onChange } = props;
  const part = (name: 'source' | 'information'): ReactElement => {
    const codes: readonly string[] = GRADING_SCHEMES[grade.scheme][name];
    const words = (code: string): string => t(`evidence:grading.${grade.scheme}.${name}.${code}`);
    return (
      <Field label={t(`evidence:choice.${name}`)}>
        <span className="whole" title={words(grade[name])}>
          <Select
            value={grade[name]}
            choices={codes.map((value) => ({ value, label: words(value) }))}
            onChange={(code) => onChange({ ...grade, [name]: code })}
          />
        </span>
      </Field>
    );
  };
  return (
    <>
      <Field label={t('evidence:choice.scheme')}>
        <Select
          value={grade.scheme}
          choices={GRADING_SCHEME_NAMES.map((value) => ({ value, label: t(`evidence:scheme.${value}`) }))}
          onChange={(scheme) => onChange(inScheme(grade, scheme))}
        />
      </Field>
      {part('source')}
      {part('information')}
    </>
  );
}
