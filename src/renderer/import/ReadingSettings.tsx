import { type ReactElement, useState } from 'react';
import { ENCODING_CHOICES, type Inspection, type ReadingChoice } from '../../contract/import.ts';
import { Field, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { Words } from './mapping/sentences.ts';
import { DELIMITERS, delimiterName, readingOf } from './reading.ts';

const HEADER_ROWS = Array.from({ length: 20 }, (_, at) => at);

/** How the bytes are read, where the recognition was wrong. Every change reads the columns again. */
export function ReadingSettings(props: {
  readonly inspection: Inspection;
  readonly onChange: (reading: ReadingChoice) => void;
}): ReactElement {
  const t = useMessages();
  const { onChange } = props;
  const { encoding, quote, headerRow } = readingOf(props.inspection);
  const encodings = [...new Set([...ENCODING_CHOICES, encoding])];
  return (
    <div className="spec-settings spec-reading">
      <Field label={t('importcentre:encoding')}>
        <Select
          value={encoding}
          choices={encodings.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ encoding: value })}
        />
      </Field>
      <DelimiterField inspection={props.inspection} onChange={onChange} />
      <Field label={t('importcentre:quotes')}>
        <Select
          value={quote}
          choices={['"', "'", ''].map((value) => ({
            value,
            label: value === '' ? t('importcentre:noQuotes') : value,
          }))}
          onChange={(value) => onChange({ quote: value })}
        />
      </Field>
      <Field label={t('importcentre:headerRow')}>
        <Select
          value={String(headerRow)}
          choices={[...new Set([-1, ...HEADER_ROWS, headerRow])].map((row) => ({
            value: String(row),
            label: headerWords(row, t),
          }))}
          onChange={(value) => onChange({ headerRow: Number(value) })}
        />
      </Field>
    </div>
  );
}

const OTHER = 'other';

/** Any text can part the columns; the usual ones are chosen, another one is typed. */
function DelimiterField(props: {
  readonly inspection: Inspection;
  readonly onChange: (reading: ReadingChoice) => void;
}): ReactElement {
  const t = useMessages();
  const { delimiter } = readingOf(props.inspection);
  const [typed, setTyped] = useState<string | null>(delimiterName(delimiter) === null ? delimiter : null);
  return (
    <Field label={t('importcentre:delimiter')}>
      <span className="spec-delimiter">
        <Select
          value={typed === null ? delimiter : OTHER}
          label={t('importcentre:delimiter')}
          choices={[...DELIMITERS, OTHER].map((value) => ({ value, label: delimiterWords(value, t) }))}
          onChange={(value) => {
            setTyped(value === OTHER ? '' : null);
            if (value !== OTHER) props.onChange({ delimiter: value });
          }}
        />
        {typed === null ? null : (
          <input
            value={typed}
            maxLength={4}
            aria-label={t('importcentre:otherDelimiter')}
            onChange={(event) => {
              setTyped(event.target.value);
              if (event.target.value !== '') props.onChange({ delimiter: event.target.value });
            }}
          />
        )}
      </span>
    </Field>
  );
}

function delimiterWords(delimiter: string, t: Words): string {
  if (delimiter === OTHER) return t('importcentre:otherDelimiter');
  const name = delimiterName(delimiter);
  return name === null ? delimiter : t(`importcentre:delimiterName.${name}`);
}

function headerWords(row: number, t: Words): string {
  return row < 0 ? t('importcentre:noHeader') : t('importcentre:headerIn', { row: row + 1 });
}

/** "utf-8 · semicolon · names in row 1": what is believed now. */
export function readingSentence(inspection: Inspection, t: Words): string {
  const { encoding, delimiter, headerRow } = readingOf(inspection);
  return [encoding, delimiterWords(delimiter, t), headerWords(headerRow, t)].join(' · ');
}
