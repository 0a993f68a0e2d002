import type { ReactElement } from 'react';
import type { ImportPart } from '../../contract/import.ts';
import { formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';
import { type CentreItem, removeItem, useCentre } from './centre.ts';
import { addPart, itemOfPart } from './look.ts';

/** Sheets, layers or sections of the file: each that is ticked is a line of the list with a mapping of its own. */
export function PartsChoice(props: {
  readonly item: CentreItem;
  readonly parts: readonly ImportPart[];
}): ReactElement {
  const t = useMessages();
  const items = useCentre((centre) => centre.items);
  const { item, parts } = props;
  return (
    <div className="check-list">
      {parts.map((part) => {
        const own = itemOfPart(items, item.path, part.name);
        return (
          <label key={part.name} className="tick">
            <input
              type="checkbox"
              checked={own !== undefined}
              disabled={own !== undefined && own.wish !== null}
              onChange={() =>
                own === undefined
                  ? void addPart(item.path, item.name, part.name, item.id)
                  : removeItem(own.id)
              }
            />
            {part.name} <span className="muted">{partWords(part, t)}</span>
          </label>
        );
      })}
    </div>
  );
}

function partWords({ rows, hidden }: ImportPart, t: ReturnType<typeof useMessages>): string {
  return [
    ...(rows === null ? [] : [t('importcentre:part.rows', { rows: formatNumber(rows, language()) })]),
    ...(hidden ? [t('importcentre:part.hidden')] : []),
  ].join(', ');
}
