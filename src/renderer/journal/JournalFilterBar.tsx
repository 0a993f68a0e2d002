import type { ReactElement } from 'react';
import { JOURNAL_SUBJECTS, type JournalFilter } from '../../contract/journal.ts';
import { Select } from '../ui/index.ts';
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
      <Select
        label={t('journal:subjectLabel')}
        value={filter.subject ?? ''}
        choices={[
          { value: '', label: t('journal:anySubject') },
          ...JOURNAL_SUBJECTS.map((value) => ({ value, label: t(`journal:subject.${value}`) })),
        ]}
        onChange={(value) => set('subject', value)}
      />
      <Select
        label={t('journal:actorLabel')}
        value={filter.actor ?? ''}
        choices={[
          { value: '', label: t('journal:anyActor') },
          ...props.actors.map((value) => ({ value, label: value })),
        ]}
        onChange={(value) => set('actor', value)}
      />
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
