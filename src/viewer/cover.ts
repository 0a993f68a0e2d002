import { markingMeaning } from '../core/evidence/marking-words.ts';
import { checksCard } from './checks.ts';
import { h } from './dom.ts';
import type { Model } from './model.ts';
import { instant, number, t } from './words.ts';

function row(term: string, ...values: string[]): HTMLElement[] {
  return [h('dt', {}, term), h('dd', {}, ...values.map((value) => h('div', {}, value)))];
}

function at(iso: string): string {
  return `${instant(Date.parse(iso))} UTC`;
}

/** First page: whose this is, what may be done with it, how far it reaches and what was left out. */
export function coverView(model: Model, open: (tab: 'picture') => void): HTMLElement {
  const { cover, data } = model;
  const { file } = data;
  return h(
    'section',
    { class: 'cover' },
    h(
      'div',
      { class: 'sheet' },
      h('p', { class: 'kicker' }, t('viewer:cover.kicker')),
      h('h1', {}, cover.title),
      h('p', { class: 'reference' }, cover.reference),
      h('p', {}, cover.purpose),
      h('button', { type: 'button', class: 'primary', click: () => open('picture') }, t('viewer:cover.open')),
      h(
        'dl',
        {},
        ...row(t('viewer:cover.marking'), t(`evidence:level.${cover.marking.level}`)),
        ...row(t('viewer:cover.handling'), ...markingMeaning(cover.marking, t)),
        ...row(t('viewer:cover.originator'), cover.originator),
        ...row(t('viewer:cover.recipients'), cover.recipients.join(', ')),
        ...row(
          t('viewer:cover.areas'),
          file.crimeAreas.map((area) => t(`types:crimeArea.${area}`)).join(', '),
        ),
        ...row(t('viewer:cover.legalBasis'), file.legalBasis),
        ...row(t('viewer:cover.participants'), file.participants.join(', ')),
        ...(file.conditions === '' ? [] : row(t('viewer:cover.conditions'), file.conditions)),
        ...row(t('viewer:cover.cutOff'), at(cover.dataCutOff)),
        ...row(t('viewer:cover.created'), at(cover.created)),
      ),
    ),
    h('aside', {}, contents(model), checksCard(model), withheld(model), authenticity(model)),
  );
}

function contents(model: Model): HTMLElement {
  const byType = new Map<string, number>();
  for (const entity of model.data.entities) byType.set(entity.type, (byType.get(entity.type) ?? 0) + 1);
  const sorted = [...byType].sort((left, right) => right[1] - left[1]);
  return h(
    'div',
    { class: 'card' },
    h('h2', {}, t('viewer:cover.contents')),
    h(
      'table',
      { class: 'plain' },
      ...sorted.map(([type, count]) => line(t(`types:entity.${type}`), number(count))),
    ),
    h('p', { class: 'quiet' }, t('viewer:cover.span', spanOf(model))),
  );
}

function spanOf(model: Model): { first: string; last: string } {
  const dated = model.events.filter((event) => event.start !== null);
  return { first: instant(dated[0]?.start ?? null), last: instant(dated.at(-1)?.start ?? null) };
}

function withheld(model: Model): HTMLElement {
  const { withheld: items, released } = model.cover;
  return h(
    'div',
    { class: 'card', 'data-withheld': items.reduce((sum, one) => sum + one.count, 0) },
    h('h2', {}, t('viewer:cover.withheld')),
    items.length === 0
      ? h('p', {}, t('viewer:cover.nothingWithheld'))
      : h(
          'table',
          { class: 'plain' },
          ...items.map((one) => line(t(`package:reason.${one.reason}`), number(one.count))),
        ),
    released === 0 ? null : h('p', {}, t('viewer:cover.released', { count: released })),
  );
}

function authenticity(model: Model): HTMLElement {
  return h(
    'div',
    { class: 'card' },
    h('h2', {}, t('viewer:cover.check')),
    h('p', {}, t('viewer:cover.checkHow')),
    h('code', {}, model.cover.signer),
    h('p', { class: 'quiet' }, t('viewer:cover.program', { version: model.cover.programVersion })),
  );
}

function line(name: string, value: string): HTMLElement {
  return h('tr', {}, h('td', {}, name), h('td', { class: 'right' }, value));
}
