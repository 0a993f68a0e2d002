import { h } from './dom.ts';
import { t } from './words.ts';

export interface Column<T> {
  readonly title: string;
  readonly text: (row: T) => string;
  /** What sorting compares; the text where it is left out. */
  readonly value?: (row: T) => number | string;
  readonly right?: boolean;
}

const PAGE = 200;

/** A table with search, sorting by any column, pages, and rows that select in every view. */
export function table<T>(
  name: string,
  all: readonly T[],
  columns: readonly Column<T>[],
  chosen: (row: T) => boolean,
  choose: (row: T) => void,
): HTMLElement {
  let text = '';
  let sorted = -1;
  let descending = false;
  let page = 0;
  const body = h('tbody');
  const status = h('span', { class: 'quiet' });
  const head = h('tr');
  const previous = h('button', { type: 'button', click: () => turn(-1) }, t('viewer:table.previous'));
  const next = h('button', { type: 'button', click: () => turn(1) }, t('viewer:table.next'));
  const search = h('input', {
    type: 'search',
    placeholder: t('viewer:table.search'),
    'aria-label': t('viewer:table.search'),
    input: () => {
      text = search.value.toLocaleLowerCase();
      page = 0;
      show();
    },
  });

  function turn(by: number): void {
    page += by;
    show();
  }

  function rows(): readonly T[] {
    const matching =
      text === ''
        ? all
        : all.filter((row) => columns.some((column) => column.text(row).toLocaleLowerCase().includes(text)));
    const column = columns[sorted];
    if (column === undefined) return matching;
    const value = column.value ?? column.text;
    const sign = descending ? -1 : 1;
    return [...matching].sort((left, right) => sign * compare(value(left), value(right)));
  }

  function show(): void {
    const matching = rows();
    const pages = Math.max(1, Math.ceil(matching.length / PAGE));
    page = Math.min(Math.max(page, 0), pages - 1);
    const shown = matching.slice(page * PAGE, (page + 1) * PAGE);
    body.replaceChildren(...shown.map((row) => line(row, columns, chosen(row), choose)));
    status.textContent = t('viewer:table.shown', {
      from: matching.length === 0 ? 0 : page * PAGE + 1,
      to: page * PAGE + shown.length,
      total: matching.length,
    });
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
    head.replaceChildren(...columns.map((column, index) => heading(column, index)));
  }

  function heading(column: Column<T>, index: number): HTMLElement {
    const direction = sorted === index ? (descending ? 'descending' : 'ascending') : 'none';
    const mark = sorted === index ? (descending ? ' ▼' : ' ▲') : '';
    const sort = () => {
      descending = sorted === index && !descending;
      sorted = index;
      show();
    };
    return h(
      'th',
      { 'aria-sort': direction, class: column.right === true ? 'right' : '' },
      h('button', { type: 'button', click: sort }, column.title + mark),
    );
  }

  show();
  return h(
    'section',
    { class: 'table', 'data-table': name },
    h('div', { class: 'tools' }, search, status, previous, next),
    h('div', { class: 'scroll', tabindex: 0 }, h('table', {}, h('thead', {}, head), body)),
  );
}

function line<T>(
  row: T,
  columns: readonly Column<T>[],
  chosen: boolean,
  choose: (row: T) => void,
): HTMLElement {
  const cells = columns.map((column) => {
    const text = column.text(row);
    return h('td', { class: column.right === true ? 'right' : '', title: text }, text);
  });
  const open = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    choose(row);
    for (const other of element.parentElement?.children ?? [])
      other.classList.toggle('chosen', other === element);
  };
  const element = h(
    'tr',
    { tabindex: 0, class: chosen ? 'chosen' : '', click: open, keydown: open },
    ...cells,
  );
  return element;
}

function compare(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), undefined, { numeric: true });
}
