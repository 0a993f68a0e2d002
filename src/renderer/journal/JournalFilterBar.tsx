import type { ReactElement } from 'react';
import { JOURNAL_SUBJECTS, type JournalFilter } from '../../contract/journal.ts';
import { useMessages } from '../workspace/index.ts';

/** Narrows the journal: whose entries, about what, with which words. */
export function JournalFilterBar(props: {
  readonly filter: JournalFilter;
  readonly actors: readonly string[];
  readonly onChange: (filter: JournalFilter) => void;
}): ReactElement {
  const t = useMessages();
  const { filter, onChange } = props;
  const set = (name: keyof JournalFilter, value: string): void => {
    const { [name]: _before, ...rest } = filter;
    onChange((value === '' ? rest : { ...rest, [name]: value }) as JournalFilter);
  };
  return (
    <div className="toolbar">
      <select
        aria-label={t('journal:subjectLabel')}
        value={filter.subject ?? ''}
        onChange={(event) => set('subject', event.target.value)}
      >
        <option value="">{t('journal:anySubject')}</option>
        {JOURNAL_SUBJECTS.map((subject) => (
          <option key={subject} value={subject}>
            {t(`journal:subject.${subject}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('journal:actorLabel')}
        value={filter.actor ?? ''}
        onChange={(event) => set('actor', event.target.value)}
      >
        <option value="">{t('journal:anyActor')}</option>
        {props.actors.map((actor) => (
          <option key={actor} value={actor}>
            {actor}
          </option>
        ))}
      </select>
      <input
        type="search"
        className="grow"
        aria-label={t('journal:text')}
        placeholder={t('journal:text')}
        value={filter.text ?? ''}
        onChange={(event) => set('text', event.target.value)}
      />
    </div>
  );
}
