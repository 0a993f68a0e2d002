import type { ReactElement } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { HANDLING_CODES, withHandling } from '../../core/evidence/marking.ts';
import { useMessages } from '../workspace/index.ts';

/** Handling is a set: H0 stands alone, H1 to H3 combine. */
export function HandlingCodes(props: {
  readonly marking: ImportSpecification['marking'];
  readonly onChange: (marking: ImportSpecification['marking']) => void;
}): ReactElement {
  const t = useMessages();
  const { marking } = props;
  return (
    <fieldset className="spec-handling">
      <legend>{t('importcentre:handling')}</legend>
      {HANDLING_CODES.map((code) => (
        <label key={code} className="tick">
          <input
            type="checkbox"
            checked={marking.handling.includes(code)}
            onChange={(event) =>
              props.onChange({
                ...marking,
                handling: withHandling(marking.handling, code, event.target.checked),
              })
            }
          />
          {t(`evidence:handling.${code}`)}
        </label>
      ))}
    </fieldset>
  );
}
