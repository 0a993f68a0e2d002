import type { ReactElement } from 'react';
import { language, useMessages } from '../workspace/index.ts';
import { entityPreview, eventPreview, linkPreview, type PreviewRow } from './preview-words.ts';

/** Row by row what becomes of it, and what is wrong with each. */
export function PreviewRows(props: {
  readonly rows: readonly PreviewRow[];
  readonly zone: string;
}): ReactElement {
  const t = useMessages();
  return (
    <table className="plain-table preview spec-preview">
      <thead>
        <tr>
          <th className="number">{t('importcentre:line')}</th>
          <th>{t('importcentre:entities')}</th>
          <th>{t('importcentre:linksAndEvents')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <PreviewLine key={row.line} row={row} zone={props.zone} />
        ))}
      </tbody>
    </table>
  );
}

function PreviewLine({ row, zone }: { readonly row: PreviewRow; readonly zone: string }): ReactElement {
  const t = useMessages();
  if (row.problems.length > 0) {
    return (
      <tr>
        <td className="number">{row.line}</td>
        <td className="warn" colSpan={2}>
          {row.problems
            .map(({ message, value }) => (value === '' ? message : `${message} “${value}”`))
            .join(' ')}
        </td>
      </tr>
    );
  }
  const events = row.events.map((event) => eventPreview(event, zone, language(), t));
  return (
    <tr>
      <td className="number">{row.line}</td>
      <td>
        <Lines texts={row.entities.map((entity) => entityPreview(entity, t))} />
      </td>
      <td>
        <Lines texts={[...row.links.map((link) => linkPreview(link, t)), ...events]} />
      </td>
    </tr>
  );
}

/** Each on a line of its own; what does not fit can be read on hovering. */
function Lines({ texts }: { readonly texts: readonly string[] }): ReactElement {
  const lines = texts.map((text, at) => ({ id: `${at} ${text}`, text }));
  return (
    <>
      {lines.map(({ id, text }) => (
        <div key={id} className="cut" title={text}>
          {text}
        </div>
      ))}
    </>
  );
}
