import type { ReactElement } from 'react';
import {
  CONFIDENTIALITY_LEVELS,
  HANDLING_CODES,
  type Marking,
  withHandling,
} from '../../core/evidence/marking.ts';
import { useMessages } from '../workspace/index.ts';
import { Field } from './Field.tsx';
import { Select } from './Select.tsx';

export interface MarkingForm extends Marking {
  readonly handlingText: string;
}

/** Level, handling codes, and the text H3 needs: asked for where H3 is ticked. */
export function MarkingChoice<T extends MarkingForm>(props: {
  readonly marking: T;
  readonly onChange: (marking: T) => void;
}): ReactElement {
  const t = useMessages();
  const { marking, onChange } = props;
  return (
    <>
      <Field label={t('evidence:choice.level')}>
        <Select
          value={marking.level}
          choices={CONFIDENTIALITY_LEVELS.map((value) => ({ value, label: t(`evidence:level.${value}`) }))}
          onChange={(level) => onChange({ ...marking, level })}
        />
      </Field>
      <fieldset className="codes">
        <legend>{t('evidence:choice.handling')}</legend>
        {HANDLING_CODES.map((code) => (
          <label key={code} className="tick">
            <input
              type="checkbox"
              checked={marking.handling.includes(code)}
              onChange={(event) =>
                onChange({ ...marking, handling: withHandling(marking.handling, code, event.target.checked) })
              }
            />
            {t(`evidence:handling.${code}`)}
          </label>
        ))}
        {marking.handling.includes('H3') ? (
          <textarea
            rows={2}
            aria-label={t('evidence:choice.handlingText')}
            placeholder={t('evidence:choice.handlingText')}
            value={marking.handlingText}
            onChange={(event) => onChange({ ...marking, handlingText: event.target.value })}
          />
        ) : null}
      </fieldset>
    </>
  );
}
