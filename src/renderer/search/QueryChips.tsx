import { IconX } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { parseSearch } from '../../core/search/index.ts';
import { useMessages } from '../workspace/index.ts';
import { chipOf } from './chips.ts';
import { type Answer, set, useSearch } from './state.ts';

/** How the search was understood, part by part; each can be taken out. Plain words alone need no chip. */
export function QueryChips({ problems }: { readonly problems: Answer['problems'] }): ReactElement | null {
  const t = useMessages();
  const text = useSearch((state) => state.text);
  const { terms } = useMemo(() => parseSearch(text), [text]);
  const isPlain = terms.length === 1 && terms[0]?.kind === 'words';
  if (terms.length === 0 && problems.length === 0) return null;
  return (
    <>
      {isPlain ? null : (
        <ul className="search-chips">
          {terms.map((term) => {
            const { name, value } = chipOf(t, term);
            const typed = text.slice(term.start, term.end);
            const without = `${text.slice(0, term.start)}${text.slice(term.end)}`.replace(/\s+/g, ' ').trim();
            return (
              <li key={`${term.start}`} className={term.excluded ? 'search-chip excluded' : 'search-chip'}>
                <span className="muted">{term.excluded ? `${t('search:chip.not')} ${name}` : name}</span>
                <span className="cut" title={value}>
                  {value}
                </span>
                <button
                  type="button"
                  aria-label={t('search:chip.remove', { text: typed })}
                  title={t('search:chip.remove', { text: typed })}
                  onClick={() => set({ text: without })}
                >
                  <IconX size={12} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {problems.map(({ code, start, text: part }) => (
        <p key={`${code}${start}`} className="search-problem" role="status">
          {t(`search:problem.${code}`, { text: part })}
        </p>
      ))}
    </>
  );
}
