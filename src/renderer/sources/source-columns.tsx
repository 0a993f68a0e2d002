import type { SourceRow } from '../../contract/sources.ts';
import { type DataColumn, formatNumber, GradeBadge } from '../ui/index.ts';
import { language, type Translate } from '../workspace/index.ts';

const day = (instant: number | null): string =>
  instant === null ? '' : new Date(instant).toISOString().slice(0, 10);

function originOf(source: SourceRow): string {
  return source.agency === '' ? source.originator : `${source.originator} · ${source.agency}`;
}

function markingOf(source: SourceRow, t: Translate): string {
  const parts = [t(`evidence:level.${source.marking.level}`), source.marking.handling.join(' ')];
  return [...parts, ...(source.tlp === null ? [] : [`TLP:${source.tlp}`])].join(' · ');
}

/** The register's columns: which, whose, from when, how good, who may have it, how much rests on it. */
export function sourceColumns(t: Translate): DataColumn<SourceRow>[] {
  const text = (id: string, width: number, value: (source: SourceRow) => string): DataColumn<SourceRow> => ({
    id,
    width,
    value,
    label: t(`sources:field.${id}`),
    title: value,
    cell: value,
  });
  return [
    text('reference', 84, (source) => source.reference),
    text('kind', 110, (source) => t(`sources:kind.${source.kind}`)),
    text('title', 240, (source) => source.title),
    text('originator', 150, originOf),
    text('received', 96, (source) => day(source.received)),
    text('informationDate', 110, (source) => source.informationDate ?? ''),
    {
      id: 'grade',
      width: 72,
      label: t('sources:field.grade'),
      value: ({ grade }) => `${grade.scheme} ${grade.source}${grade.information}`,
      cell: ({ grade }) => <GradeBadge grade={grade} />,
    },
    {
      ...text('marking', 210, (source) => markingOf(source, t)),
      title: (source) =>
        [...source.marking.handling.map((code) => t(`evidence:handling.${code}`)), source.handlingText].join(
          '\n',
        ),
    },
    text('recipients', 110, (source) => source.recipients.join(', ') || t('sources:everybody')),
    {
      id: 'facts',
      width: 76,
      numeric: true,
      label: t('sources:field.facts'),
      value: (source) => source.facts,
      cell: (source) => formatNumber(source.facts, language()),
    },
    text('fileName', 160, (source) => source.fileName ?? ''),
  ];
}
