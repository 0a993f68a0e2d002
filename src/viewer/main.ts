import { markingLine } from '../core/evidence/marking-words.ts';
import './style.css';
import type { CaseData } from '../core/evidence/case-data.ts';
import { chartView } from './chart.ts';
import { checkList } from './checks.ts';
import { coverView } from './cover.ts';
import { detailView } from './detail.ts';
import { h } from './dom.ts';
import { entityList, eventList, linkList, sourceList } from './lists.ts';
import { mapView } from './map.ts';
import { type Cover, Model } from './model.ts';
import { Shown } from './shown.ts';
import { periodText, timelineView } from './timeline.ts';
import { currentLanguage, LANGUAGES, type Language, number, setLanguage, t } from './words.ts';

const TABS = ['cover', 'picture', 'entities', 'links', 'events', 'sources', 'checks'] as const;
type Tab = (typeof TABS)[number];
type CountName = keyof Cover['counts'];

interface Content {
  readonly language: Language;
  readonly cover: Cover;
  readonly data: CaseData;
}

/** The page of one package: built again for each tab and language, so that nothing has to be kept in step. */
function start(content: Content): void {
  const model = new Model(content.cover, content.data);
  const app = document.querySelector('#app');
  if (app === null) return;
  const shown = new Shown(model);
  let tab: Tab = 'cover';
  setLanguage(content.language);

  const open = (next: Tab) => {
    tab = next;
    build();
  };
  const build = () => {
    model.forgetListeners();
    document.title = `${model.cover.reference} – ${model.cover.title}`;
    app.replaceChildren(marking(model), header(model, build), tabs(model, tab, open), view(), marking(model));
  };
  const view = (): HTMLElement => {
    if (tab === 'cover') return coverView(model, open);
    if (tab === 'picture') return picture(model, shown);
    const list = {
      entities: entityList,
      links: linkList,
      events: eventList,
      sources: sourceList,
      checks: checkList,
    }[tab];
    return h(
      'div',
      { class: 'lists' },
      chosenBar(model, () => open(tab)),
      h('div', { class: 'split' }, list(model), detailView(model)),
    );
  };
  build();
}

function marking(model: Model): HTMLElement {
  const { marking: whole } = model.cover;
  return h('div', { class: `marking ${whole.level}`, role: 'note' }, markingLine(whole, t));
}

function header(model: Model, rebuild: () => void): HTMLElement {
  const count = (name: CountName, label: string) =>
    h(
      'span',
      { class: 'count' },
      h('b', { 'data-count': name, 'data-value': model.cover.counts[name] }, number(shownCount(model, name))),
      ` ${label}`,
    );
  const language = h(
    'select',
    {
      'aria-label': t('viewer:language'),
      change: () => {
        setLanguage(language.value as Language);
        rebuild();
      },
    },
    ...Object.entries(LANGUAGES).map(([code, name]) =>
      h('option', { value: code, selected: code === currentLanguage() }, name),
    ),
  );
  return h(
    'header',
    {},
    h('strong', {}, model.cover.reference),
    h('span', { class: 'title', title: model.cover.title }, model.cover.title),
    h(
      'span',
      { class: 'counts' },
      count('entities', t('viewer:count.entities')),
      count('links', t('viewer:count.links')),
      count('events', t('viewer:count.events')),
      count('sources', t('viewer:count.sources')),
      count('checks', t('viewer:count.checks')),
    ),
    language,
    h('button', { type: 'button', click: () => window.print() }, t('viewer:print')),
  );
}

/** Counted from what is really here, not copied from the manifest. */
function shownCount(model: Model, name: CountName): number {
  if (name === 'links') return model.lines.length;
  return name === 'checks' ? model.checks.length : model.data[name].length;
}

function tabs(model: Model, current: Tab, open: (tab: Tab) => void): HTMLElement {
  const names: Record<Tab, string> = {
    cover: t('viewer:tab.cover'),
    picture: t('viewer:tab.picture'),
    entities: t('viewer:count.entities'),
    links: t('viewer:count.links'),
    events: t('viewer:count.events'),
    sources: t('viewer:count.sources'),
    checks: t('viewer:count.checks'),
  };
  return h(
    'nav',
    { role: 'tablist' },
    ...TABS.filter((tab) => tab !== 'checks' || model.checks.length > 0).map((tab) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          'data-tab': tab,
          'aria-selected': tab === current ? 'true' : 'false',
          click: () => open(tab),
        },
        names[tab],
      ),
    ),
  );
}

function chosenBar(model: Model, refresh: () => void): HTMLElement {
  const bar = h('div', { class: 'chosen-bar' });
  const show = () => {
    const clear = () => {
      model.select([]);
      model.setPeriod(null);
      refresh();
    };
    const period = model.period === null ? '' : periodText(model.period);
    const active = model.selected.size > 0 || model.period !== null;
    bar.replaceChildren(
      h('span', {}, t('viewer:selected', { count: model.selected.size })),
      h('span', {}, period),
      h('button', { type: 'button', disabled: !active, click: clear }, t('viewer:clear')),
    );
  };
  model.onChange(show);
  show();
  return bar;
}

/** How many of all are drawn, the way to the rest and back, and the whole of it in sight. */
function chartTools(model: Model, shown: Shown, chart: ReturnType<typeof chartView>): HTMLElement {
  const said = h('span', { class: 'quiet' });
  const other = h('button', { type: 'button', click: () => chart.toggle() });
  const show = (): void => {
    const total = model.data.entities.length;
    said.textContent = shown.isChoice ? t('viewer:shown.part', { shown: chart.count(), total }) : '';
    other.textContent = t(shown.isAll ? 'viewer:shown.strongest' : 'viewer:shown.all', { total });
  };
  other.addEventListener('click', show);
  model.onChange(show);
  show();
  return h(
    'span',
    { class: 'chart-tools' },
    said,
    shown.isChoice ? other : null,
    h('button', { type: 'button', click: chart.fit }, t('viewer:fit')),
  );
}

function picture(model: Model, shown: Shown): HTMLElement {
  const chart = chartView(model, shown);
  const map = mapView(model);
  const timeline = timelineView(model);
  const fitButton = (act: () => void) => h('button', { type: 'button', click: act }, t('viewer:fit'));
  const panel = (
    name: string,
    title: string,
    canvas: HTMLElement,
    tool: HTMLElement | null,
    note: string | null,
  ) => {
    canvas.setAttribute('aria-label', title);
    return h(
      'section',
      { class: `panel ${name}` },
      h('div', { class: 'bar' }, h('h2', {}, title), tool),
      canvas,
      note === null ? null : h('p', { class: 'note' }, note),
    );
  };
  return h(
    'main',
    { class: 'picture' },
    chosenBar(model, () => chart.fit()),
    panel('chart', t('viewer:view.chart'), chart.canvas, chartTools(model, shown, chart), null),
    panel(
      'map',
      t('viewer:view.map'),
      map.canvas,
      fitButton(map.fit),
      map.empty ? t('viewer:view.noPlaces') : null,
    ),
    panel(
      'timeline',
      t('viewer:view.timeline'),
      timeline.canvas,
      null,
      timeline.empty ? t('viewer:view.noTimes') : null,
    ),
    detailView(model),
  );
}

const holder = document.querySelector('#case-data');
const content = JSON.parse(holder?.textContent ?? 'null') as Content | null;
if (content !== null) start(content);
