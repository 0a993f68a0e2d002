import type { AuditRow } from '../../contract/audit.ts';
import { type DataColumn, formatInstant } from '../ui/index.ts';
import { language, type Translate } from '../workspace/index.ts';

const SHORT_HASH = 12;

/** The word for an action; one this version does not know is shown as it was written. */
export function actionName(t: Translate, action: string): string {
  const key = `audit:name.${action}`;
  const word = t(key);
  return word === key || word === `name.${action}` ? action : word;
}

/** `{}` says nothing. */
function details(row: AuditRow): string {
  return row.details === '{}' ? '' : row.details;
}

export function auditColumns(t: Translate, zone: string): DataColumn<AuditRow>[] {
  return [
    { id: 'seq', label: '#', width: 60, numeric: true, value: (row) => row.seq, cell: (row) => row.seq },
    {
      id: 'time',
      label: t('audit:column.time'),
      width: 180,
      value: (row) => row.at,
      cell: (row) => formatInstant(row.at, zone, language()),
    },
    {
      id: 'actor',
      label: t('audit:column.actor'),
      width: 120,
      value: (row) => row.actor,
      cell: (row) => row.actor,
      title: (row) => row.actor,
    },
    {
      id: 'action',
      label: t('audit:column.action'),
      width: 150,
      value: (row) => actionName(t, row.action),
      cell: (row) => actionName(t, row.action),
      title: (row) => row.action,
    },
    {
      id: 'reason',
      label: t('audit:column.reason'),
      width: 180,
      value: (row) => row.reason,
      cell: (row) => row.reason,
      title: (row) => row.reason,
    },
    {
      id: 'object',
      label: t('audit:column.object'),
      width: 200,
      value: (row) => row.object,
      cell: (row) => row.object,
      title: (row) => row.object,
    },
    { id: 'details', label: t('audit:column.details'), width: 260, cell: details, title: details },
    {
      id: 'hash',
      label: t('audit:column.hash'),
      width: 120,
      cell: (row) => row.hash.slice(0, SHORT_HASH),
      title: (row) => row.hash,
    },
  ];
}
