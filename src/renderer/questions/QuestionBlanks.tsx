import type { ReactElement } from 'react';
import { ENTITY_TYPE_NAMES, type EntityType } from '../../core/model/entity-types.ts';
import { Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { type Blanks, MEASURES, type Measure, type QuestionName } from './question-list.ts';

type NumberBlank = 'steps' | 'shared' | 'minutes' | 'kilometres' | 'times';
const NUMBERS: Record<QuestionName, readonly NumberBlank[]> = {
  mostConnected: [],
  path: ['steps'],
  newIdentities: ['shared'],
  together: ['minutes', 'kilometres', 'times'],
  sameName: [],
};

/** The blanks of one question. */
export function QuestionBlanks(props: {
  readonly name: QuestionName;
  readonly blanks: Blanks;
  readonly onChange: (blanks: Blanks) => void;
}): ReactElement {
  const t = useMessages();
  const { name, blanks } = props;
  const set = (change: Partial<Blanks>): void => props.onChange({ ...blanks, ...change });
  return (
    <div className="form-grid">
      {name === 'mostConnected' ? (
        <Field label={t('questionpanel:blank.measure')}>
          <select
            value={blanks.measure}
            onChange={(event) => set({ measure: event.target.value as Measure })}
          >
            {MEASURES.map((one) => (
              <option key={one} value={one}>
                {t(`questionpanel:measure.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {name === 'mostConnected' || name === 'together' ? (
        <Field label={t('questionpanel:blank.type')}>
          <select
            value={blanks.type}
            onChange={(event) => set({ type: event.target.value as EntityType | '' })}
          >
            <option value="">{t('questionpanel:anyType')}</option>
            {ENTITY_TYPE_NAMES.map((one) => (
              <option key={one} value={one}>
                {t(`types:entity.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {NUMBERS[name].map((blank) => (
        <Field key={blank} label={t(`questionpanel:blank.${blank}`)}>
          <input
            type="number"
            min={blank === 'kilometres' || blank === 'minutes' ? 0 : 1}
            max={blank === 'steps' ? 12 : undefined}
            value={blanks[blank]}
            onChange={(event) => set({ [blank]: Math.max(0, Number(event.target.value)) })}
          />
        </Field>
      ))}
    </div>
  );
}
