import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { ValueSource } from '../../../contract/import.ts';
import { useMessages } from '../../workspace/index.ts';
import { patternProblem } from './pattern.ts';
import { Replacements } from './Replacements.tsx';
import {
  shownJoiner,
  shownPart,
  typedJoiner,
  withConstant,
  withExtract,
  withJoiner,
  withoutSplit,
  withSplit,
} from './value-edit.ts';

/** What opens as an empty field first. */
export type Translator = 'extract' | 'replace';

/** What is done with the text of a place: joined, fixed, or a part cut out. Only what is in use takes up room. */
export function ValueTranslators(props: {
  readonly value: ValueSource;
  /** Fields that are wanted although nothing stands in them yet. */
  readonly wanted: ReadonlySet<Translator>;
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
      {value.split === undefined ? null : (
        <SplitFields value={value} split={value.split} onChange={onChange} />
      )}
      {props.wanted.has('extract') || value.extract !== undefined ? (
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
      {props.wanted.has('replace') || value.replace !== undefined ? (
        <Replacements value={value} onChange={onChange} />
      ) : null}
    </>
  );
}

function SplitFields(props: {
  readonly value: ValueSource;
  readonly split: NonNullable<ValueSource['split']>;
  readonly onChange: (value: ValueSource) => void;
}): ReactElement {
  const t = useMessages();
  const { value, split, onChange } = props;
  return (
    <span className="spec-translator spec-split">
      <label title={t('importcentre:splitHint')}>
        {t('importcentre:splitBy')}
        <input
          className="spec-joiner"
          value={split.by.replaceAll(' ', '␣')}
          onChange={(event) => onChange(withSplit(value, typedJoiner(event.target.value), split.index + 1))}
        />
      </label>
      <label title={t('importcentre:splitPartHint')}>
        {t('importcentre:splitPart')}
        <input
          className="spec-joiner"
          type="number"
          min={0}
          value={shownPart(split)}
          onChange={(event) => onChange(withSplit(value, split.by, Math.max(0, Number(event.target.value))))}
        />
      </label>
      <button
        type="button"
        className="icon-button"
        title={t('importcentre:removeNamed', { name: t('importcentre:splitBy') })}
        onClick={() => onChange(withoutSplit(value))}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}
