import type { ReactElement } from 'react';
import type { ImportSpecification, RowFilter } from '../../contract/import.ts';
import { Button, Field, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { FileWork } from './file-work.ts';
import { patternProblem } from './mapping/pattern.ts';
import type { Words } from './mapping/sentences.ts';

const TESTS = ['equals', 'contains', 'matches'] as const;
const ROWS = ['keep', 'drop'] as const;

/** Which rows are meant at all, by one column; the others are counted as left out. */
export function FilterSettings({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  const { rowFilter, columns } = work.specification;
  const set = (next: RowFilter | undefined): void => work.change((spec) => withFilter(spec, next));
  if (rowFilter === undefined) {
    const [column = ''] = columns;
    return (
      <Button onClick={() => set({ column, test: 'equals', text: '', rows: 'keep' })}>
        {t('importcentre:filter.add')}
      </Button>
    );
  }
  return (
    <div className="spec-settings">
      <Field label={t('importcentre:filter.rows')}>
        <Select
          value={rowFilter.rows}
          choices={ROWS.map((value) => ({ value, label: t(`importcentre:filter.${value}`) }))}
          onChange={(rows) => set({ ...rowFilter, rows })}
        />
      </Field>
      <Field label={t('importcentre:column')}>
        <Select
          value={rowFilter.column}
          choices={[...new Set([...columns, rowFilter.column])].map((value) => ({ value, label: value }))}
          onChange={(column) => set({ ...rowFilter, column })}
        />
      </Field>
      <Field label={t('importcentre:filter.test')}>
        <Select
          value={rowFilter.test}
          choices={TESTS.map((value) => ({ value, label: t(`importcentre:filter.${value}`) }))}
          onChange={(test) => set({ ...rowFilter, test })}
        />
      </Field>
      <Field label={t('importcentre:filter.text')}>
        <input
          value={rowFilter.text}
          spellCheck={false}
          aria-invalid={rowFilter.test === 'matches' && patternProblem(rowFilter.text) !== null}
          onChange={(event) => set({ ...rowFilter, text: event.target.value })}
        />
      </Field>
      <div className="spec-filter-end">
        <Button onClick={() => set(undefined)}>{t('importcentre:filter.remove')}</Button>
      </div>
    </div>
  );
}

function withFilter(spec: ImportSpecification, rowFilter: RowFilter | undefined): ImportSpecification {
  const { rowFilter: _before, ...rest } = spec;
  return rowFilter === undefined ? rest : { ...rest, rowFilter };
}

/** "only rows where Kind is “call”"; all rows where there is no filter. */
export function filterSentence({ rowFilter }: ImportSpecification, t: Words): string {
  if (rowFilter === undefined) return t('importcentre:filter.none');
  const { rows, column, test, text } = rowFilter;
  const condition = { column, test: t(`importcentre:filter.${test}`), text };
  return t(`importcentre:filter.sentence.${rows}`, condition);
}
