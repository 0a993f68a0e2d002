import type { ReactElement } from 'react';
import type { ValueSource } from '../../../contract/import.ts';
import { useMessages } from '../../workspace/index.ts';
import { patternProblem } from './pattern.ts';
import { shownJoiner, typedJoiner, withConstant, withExtract, withJoiner } from './value-edit.ts';

/** What is done with the text of a place: joined, fixed, or a part cut out. Only what is in use takes up room. */
export function ValueTranslators(props: {
  readonly value: ValueSource;
  /** The field for an expression is wanted although nothing stands in it yet. */
  readonly isCutting: boolean;
  readonly onChange: (value: ValueSource) => void;
}): ReactElement {
  const t = useMessages();
  const { value, onChange } = props;
  const isFixed = value.columns.length === 0 && value.constant !== undefined;
  return (
    <>
      {isFixed ? (
        <label className="spec-translator">
          {t('importcentre:fixedText')}
          <input
            value={value.constant}
            onChange={(event) => onChange(withConstant(value, event.target.value))}
          />
        </label>
      ) : null}
      {value.columns.length > 1 ? (
        <label className="spec-translator" title={t('importcentre:joinerHint')}>
          {t('importcentre:joiner')}
          <input
            className="spec-joiner"
            value={shownJoiner(value)}
            onChange={(event) => onChange(withJoiner(value, typedJoiner(event.target.value)))}
          />
        </label>
      ) : null}
      {props.isCutting || value.extract !== undefined ? (
        <label className="spec-translator spec-extract" title={t('importcentre:extractHint')}>
          {t('importcentre:extract')}
          <input
            value={value.extract ?? ''}
            spellCheck={false}
            aria-invalid={patternProblem(value.extract ?? '') !== null}
            onChange={(event) => onChange(withExtract(value, event.target.value))}
          />
        </label>
      ) : null}
    </>
  );
}
