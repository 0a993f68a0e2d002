import type { ReactElement } from 'react';
import { NAME_MODES } from '../../core/search/index.ts';
import { useMessages } from '../workspace/index.ts';
import { switchModes, useSearch } from './state.ts';

/** How names are compared, each way a switch of its own; none of them is letter by letter. */
export function ModeSwitches(): ReactElement {
  const t = useMessages();
  const modes = useSearch((state) => state.modes);
  const isExact = !NAME_MODES.some((mode) => modes[mode]);
  const all = (on: boolean): typeof modes => ({
    diacritics: on,
    transliterated: on,
    phonetic: on,
    givenNames: on,
  });
  return (
    <fieldset className="search-modes" aria-label={t('search:mode.label')}>
      <button
        type="button"
        className="switch"
        aria-pressed={isExact}
        title={t('search:mode.hint.exact')}
        onClick={() => void switchModes(all(isExact))}
      >
        {t('search:mode.exact')}
      </button>
      {NAME_MODES.map((mode) => (
        <button
          key={mode}
          type="button"
          className="switch"
          aria-pressed={modes[mode]}
          title={t(`search:mode.hint.${mode}`)}
          onClick={() => void switchModes({ ...modes, [mode]: !modes[mode] })}
        >
          {t(`search:mode.${mode}`)}
        </button>
      ))}
    </fieldset>
  );
}
