import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { type CentreItem, removeItems } from './centre.ts';
import { FileRows } from './FileRows.tsx';
import { type FileGroup, groupCounts, inGroup } from './file-filter.ts';
import { QueueButtons } from './QueueButtons.tsx';
import { RegisterButtons } from './RegisterButtons.tsx';

/** Every file in two lines, narrowed to one state where a person wishes; several ticked are dealt with at once. */
export function FileList(props: {
  readonly items: readonly CentreItem[];
  readonly selected: string | null;
}): ReactElement {
  const t = useMessages();
  const { items, selected } = props;
  const [group, setGroup] = useState<FileGroup | null>(null);
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => inGroup(items, group), [items, group]);
  const ticked = useMemo(() => shown.filter(({ id }) => ticks.has(id)), [shown, ticks]);
  const onTick = useCallback((id: string) => setTicks((before) => toggled(before, id)), []);
  const isAll = ticked.length === shown.length;
  return (
    <section className="centre-files" aria-label={t('importcentre:files')}>
      <div className="centre-summary">
        <label className="tick">
          <input
            type="checkbox"
            checked={isAll}
            ref={(box) => {
              if (box !== null) box.indeterminate = ticked.length > 0 && !isAll;
            }}
            onChange={() => setTicks(new Set(isAll ? [] : shown.map(({ id }) => id)))}
            aria-label={t('importcentre:list.tickAll')}
          />
        </label>
        <Groups items={items} group={group} onGroup={setGroup} />
        <QueueButtons />
      </div>
      {ticked.length === 0 ? null : <Ticked items={ticked} onDone={() => setTicks(new Set())} />}
      <FileRows items={shown} selected={selected} ticked={ticks} onTick={onTick} />
    </section>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}

/** "12 files", and each state with its number: pressed, the list shows only these. */
function Groups(props: {
  readonly items: readonly CentreItem[];
  readonly group: FileGroup | null;
  readonly onGroup: (group: FileGroup | null) => void;
}): ReactElement {
  const t = useMessages();
  const { items, group, onGroup } = props;
  return (
    <>
      <span className="muted" role="status">
        {t('importcentre:count.files', { count: items.length })}
      </span>
      <fieldset className="centre-groups" aria-label={t('importcentre:list.only')}>
        {groupCounts(items).map(([name, count]) => (
          <button
            key={name}
            type="button"
            className="centre-group"
            aria-pressed={name === group}
            title={t(name === group ? 'importcentre:list.showAll' : 'importcentre:list.showOnly')}
            onClick={() => onGroup(name === group ? null : name)}
          >
            {t(`importcentre:count.${name}`, { count })}
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** What can be done with the ticked files, of those that are shown. */
function Ticked(props: { readonly items: readonly CentreItem[]; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const { items, onDone } = props;
  const removable = items.filter(({ wish }) => wish === null).map(({ id }) => id);
  return (
    <div className="centre-ticked">
      <span>{t('importcentre:list.ticked', { count: items.length })}</span>
      <RegisterButtons items={items} onDone={onDone} />
      <Button
        disabled={removable.length === 0}
        onClick={() => {
          removeItems(new Set(removable));
          onDone();
        }}
      >
        {t('importcentre:list.remove')}
      </Button>
    </div>
  );
}
