import type { ReactElement } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { formatInstant } from '../ui/index.ts';
import { language, useAsk, useMessages } from '../workspace/index.ts';

const SHOWN = 12;

/** The first rows as they will become, with what is wrong with each. */
export function PreviewRows(props: {
  readonly path: string;
  readonly specification: ImportSpecification;
}): ReactElement {
  const t = useMessages();
  const preview = useAsk('import.preview', {
    path: props.path,
    specification: props.specification,
    limit: SHOWN,
  });
  if (preview.error) return <p role="alert">{preview.error.message}</p>;
  return (
    <table className="plain-table preview">
      <thead>
        <tr>
          <th>{t('importcentre:line')}</th>
          <th>{t('importcentre:entities')}</th>
          <th>{t('importcentre:events')}</th>
          <th>{t('importcentre:problems')}</th>
        </tr>
      </thead>
      <tbody>
        {(preview.data?.rows ?? []).map((row) => (
          <tr key={row.line}>
            <td className="number">{row.line}</td>
            <td>
              {row.entities
                .map((entity) => `${t(`types:entity.${entity.type}`)}: ${entity.label}`)
                .join(' · ')}
            </td>
            <td className="tabular">
              {row.events
                .map(
                  (event) =>
                    `${t(`types:event.${event.type}`)} ${event.start === null ? '' : formatInstant(event.start, props.specification.timeZone, language())}`,
                )
                .join(' · ')}
            </td>
            <td className="warn">{row.problems.map((problem) => problem.message).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
