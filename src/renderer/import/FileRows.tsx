import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useMessages } from '../workspace/index.ts';
import type { CentreItem } from './centre.ts';
import { FileRow } from './FileRow.tsx';

/** Two lines of text; import/centre.css gives every row this height. */
const ROW = 46;
const PAGE = 10;

/** A list longer than this gets more of the screen. */
const MANY = 30;

/** Thousands of files, only the seen ones in the page. Arrows, Page, Home and End move; Tab goes into the row. */
export function FileRows(props: {
  readonly items: readonly CentreItem[];
  readonly selected: string | null;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string) => void;
}): ReactElement {
  const t = useMessages();
  const { items } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState(0);
  const current = Math.min(moved, items.length - 1);
  const wanted = useRef<number | null>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    // The row with the focus stays in the page however far the list is scrolled.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
  });
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] .centre-open`);
    if (wanted.current === null || row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  function onKeyDown(event: KeyboardEvent): void {
    const next = goneTo(event.key, current, items.length);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    setMoved(next);
    virtual.scrollToIndex(next);
  }
  return (
    <div ref={scroller} className={items.length > MANY ? 'centre-list many' : 'centre-list'}>
      <ul
        className="centre-rows"
        aria-label={t('importcentre:files')}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <FileRow
              key={item.id}
              item={item}
              index={index}
              size={items.length}
              top={start}
              isSelected={item.id === props.selected}
              isTicked={props.ticked.has(item.id)}
              isCurrent={index === current}
              onTick={props.onTick}
            />
          );
        })}
      </ul>
    </div>
  );
}

function goneTo(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: PAGE,
    PageUp: -PAGE,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step));
}
