import type { Output } from '../../contract/index.ts';
import { type DataColumn, EntityChip } from '../ui/index.ts';
import type { Translate } from '../workspace/index.ts';
import { daysWords } from './choice.ts';

type Row = Output<'people.uncategorised'>['rows'][number];

export function peopleColumns(t: Translate, chosen: ReadonlySet<string>): DataColumn<Row>[] {
  const left = (row: Row): string => {
    const { key, count } = daysWords(row.daysLeft);
    return t(key, { count });
  };
  return [
    {
      id: 'chosen',
      label: '✓',
      width: 34,
      cell: (row) => (chosen.has(row.entity.id) ? '✓' : ''),
    },
    {
      id: 'person',
      label: t('people:person'),
      width: 230,
      title: (row) => row.entity.label,
      cell: (row) => <EntityChip entity={row.entity} />,
    },
    {
      id: 'left',
      label: t('people:time'),
      width: 150,
      title: left,
      cell: (row) => (row.daysLeft > 0 ? left(row) : <strong>{left(row)}</strong>),
    },
    {
      id: 'contacts',
      label: t('people:contacts'),
      width: 84,
      numeric: true,
      cell: (row) => row.entity.degree,
    },
    {
      id: 'recorded',
      label: t('people:recorded'),
      width: 100,
      cell: (row) => new Date(row.since).toISOString().slice(0, 10),
    },
    {
      id: 'source',
      label: t('people:from'),
      width: 200,
      title: (row) => row.source,
      cell: (row) => row.source || t('people:byHand'),
    },
  ];
}
