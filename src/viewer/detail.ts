import { otherNames } from '../core/evidence/merged-records.ts';
import { ENTITY_TYPES } from '../core/model/entity-types.ts';
import { ICON_PATHS } from '../core/model/icon-paths.ts';
import { checkLines } from './checks.ts';
import { COLOURS, h } from './dom.ts';
import { entityLabel, gradeText, sourceText } from './lists.ts';
import type { Model } from './model.ts';
import { instant, number, shownLabel, t } from './words.ts';

const LISTED = 40;

/** What the package knows of the selected entities: each fact with its source, row and grade. */
export function detailView(model: Model): HTMLElement {
  const box = h('aside', { class: 'detail', 'aria-live': 'polite', tabindex: 0 });
  const show = () => box.replaceChildren(...content(model));
  model.onChange(show);
  show();
  return box;
}

function content(model: Model): HTMLElement[] {
  if (model.selected.size === 0) return [legend(model)];
  const shown = [...model.selected].slice(0, LISTED);
  const more = model.selected.size - shown.length;
  const parts = shown.map((id) => card(model, id));
  return more > 0 ? [...parts, h('p', { class: 'quiet' }, t('viewer:more', { count: more }))] : parts;
}

/** Types in the chart with their shape and colour, and how to use the views. */
function legend(model: Model): HTMLElement {
  const types = [...new Set(model.data.entities.map((entity) => entity.type))];
  return h(
    'div',
    {},
    h('h2', {}, t('viewer:legend.title')),
    h(
      'ul',
      { class: 'legend' },
      ...types.map((type) => h('li', {}, swatch(type), t(`types:entity.${type}`))),
    ),
    h('p', { class: 'quiet' }, t('viewer:legend.lines')),
    h('p', { class: 'quiet' }, t('viewer:legend.how')),
  );
}

const PATHS = {
  circle: 'M10 1a9 9 0 1 0 0.01 0z',
  box: 'M1.5 2h17v16h-17z',
  diamond: 'M10 0 20 10 10 20 0 10z',
  hexagon: 'M5 1.5h10l5 8.5-5 8.5H5l-5-8.5z',
  triangle: 'M10 0 20 18.5H0z',
} as const;

function svg<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string>) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** The sign of a type as on the chart: its shape and colour, and inside the icon that tells phone from device. */
function swatch(type: keyof typeof ENTITY_TYPES): SVGElement {
  const { shape, colour, icon } = ENTITY_TYPES[type];
  const sign = svg('svg', { viewBox: '-1 -1 22 22', width: '20', height: '20', 'aria-hidden': 'true' });
  sign.append(
    svg('path', { d: PATHS[shape], fill: '#fff', stroke: colour, 'stroke-width': '2' }),
    svg('path', {
      d: ICON_PATHS[icon] ?? '',
      transform: 'translate(4.5 4.5) scale(0.458)',
      fill: 'none',
      stroke: COLOURS.ink,
      'stroke-width': '2',
      'stroke-linecap': 'round',
    }),
  );
  return sign;
}

function card(model: Model, id: string): HTMLElement {
  const entity = model.entities.get(id);
  if (entity === undefined) return h('div');
  const facts = model.factsOf.get(id) ?? [];
  const others = otherNames(entity);
  const lines = [...(model.linesOf.get(id) ?? [])].sort((left, right) => right.count - left.count);
  const events = model.eventsOf.get(id) ?? [];
  const kind = [
    t(`types:entity.${entity.type}`),
    entity.status === null ? '' : t(`types:status.${entity.status}`),
  ];
  return h(
    'article',
    { 'data-entity': id },
    h('p', { class: 'kicker' }, swatch(entity.type), ` ${kind.filter((word) => word !== '').join(' · ')}`),
    h('h2', {}, shownLabel(entity.label, entity.pseudonym)),
    entity.pseudonym ? h('p', { class: 'quiet' }, t('viewer:detail.pseudonym')) : null,
    others.length === 0
      ? null
      : h('p', { class: 'quiet' }, t('viewer:detail.alsoRecorded', { names: others.join(', ') })),
    events.length === 0
      ? null
      : h(
          'p',
          { class: 'quiet' },
          t('viewer:detail.seen', {
            first: instant(events[0]?.start ?? null),
            last: lastOf(events),
            events: events.length,
          }),
        ),
    ...facts
      .slice(0, LISTED)
      .map((fact) =>
        h(
          'div',
          { class: 'fact' },
          h(
            'div',
            {},
            fact.property === null ? null : h('span', { class: 'quiet' }, `${fact.property}: `),
            fact.value === '' ? t('viewer:detail.mentioned') : fact.value,
          ),
          h(
            'div',
            { class: 'quiet' },
            `${sourceText(model, fact.sourceId, fact.row)} · ${gradeText(fact.grade)} · ${fact.marking.handling.join(' ')}`,
          ),
        ),
      ),
    ...checkLines(model, entity),
    lines.length === 0 ? null : h('h3', {}, t('viewer:detail.contacts', { count: lines.length })),
    ...lines.slice(0, LISTED).map((line) => {
      const other = line.from === id ? line.to : line.from;
      const arrow = line.directed ? (line.from === id ? '→' : '←') : '—';
      const words = `${arrow} ${t(`types:link.${line.type}`)} `;
      return h(
        'button',
        { type: 'button', class: 'contact', click: () => model.select([other]) },
        h('span', { class: 'quiet' }, words),
        entityLabel(model, other),
        h('span', { class: 'number' }, number(line.count)),
      );
    }),
  );
}

function lastOf(events: readonly { start: number | null }[]): string {
  return instant(events.findLast((event) => event.start !== null)?.start ?? null);
}
