import { type ReactElement, useState } from 'react';
import type { ValueSource } from '../../../contract/import.ts';
import { useMessages } from '../../workspace/index.ts';
import { shownReplacements, withReplacements } from './value-edit.ts';

/** What stands for what, a pair in each line; a half-typed line counts when the field is left. */
export function Replacements(props: {
  readonly value: ValueSource;
  readonly onChange: (value: ValueSource) => void;
}): ReactElement {
  const t = useMessages();
  const { value, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? shownReplacements(value);
  return (
    <label className="spec-translator spec-replace" title={t('importcentre:replaceHint')}>
      {t('importcentre:replace')}
      <textarea
        rows={Math.max(2, shown.split('\n').length)}
        value={shown}
        placeholder={t('importcentre:replaceExample')}
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          setDraft(null);
          if (draft !== null) onChange(withReplacements(value, draft));
        }}
      />
    </label>
  );
}
