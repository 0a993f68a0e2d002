import type { ReactElement } from 'react';
import { useMessages } from '../../workspace/index.ts';
import { CommitInput } from './CommitInput.tsx';
import { changeIncoming, removeDirection } from './edit-events.ts';
import { useMapping } from './mapping-context.ts';
import { Problems } from './Problems.tsx';
import { type Place, readPlace } from './place.ts';
import { ValueEditor } from './ValueEditor.tsx';

/** The column that says who began, and the words in it that swap the two ends. */
export function DirectionRows(props: {
  readonly incoming: readonly string[];
  readonly at: number;
}): ReactElement {
  const t = useMessages();
  const { specification, columns, change } = useMapping();
  const { incoming, at } = props;
  const place: Place = { part: 'event', at, field: 'direction' };
  const [column] = readPlace(specification, place)?.columns ?? [];
  const examples = columns.find(({ name }) => name === column)?.examples ?? [];
  return (
    <>
      <ValueEditor
        place={place}
        name={t('importcentre:field.direction')}
        onRemove={() => change((spec) => removeDirection(spec, at))}
      />
      <div className="spec-value">
        <div className="spec-value-head">{t('importcentre:incoming')}</div>
        <div className="spec-value-body">
          <CommitInput
            value={incoming.join(', ')}
            label={t('importcentre:incoming')}
            placeholder={examples.join(', ')}
            invalid={incoming.length === 0}
            onCommit={(text) => change((spec) => changeIncoming(spec, at, text))}
          />
          <Problems at={`event.${at}.incoming`} />
        </div>
      </div>
    </>
  );
}
