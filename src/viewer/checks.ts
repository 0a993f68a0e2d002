import { type CheckSystem, isPositive, systemsOf } from '../core/checks/index.ts';
import type { CaseCheck, CaseEntity } from '../core/evidence/case-data.ts';
import { h } from './dom.ts';
import { entityLabel } from './lists.ts';
import type { Model } from './model.ts';
import { type Column, table } from './tables.ts';
import { instant, number, t } from './words.ts';

function systemText({ system, systemName }: Pick<CaseCheck, 'system' | 'systemName'>): string {
  return systemName === '' ? t(`checks:system.${system}`) : systemName;
}

/** How far the confirmation of a positive result was when the package was sealed. */
function confirmationText({ result, asked, due, received, answer }: CaseCheck): string {
  if (!isPositive(result)) return '';
  if (received !== null && answer !== null)
    return t('checks:confirmation.answered', { answer: t(`checks:answer.${answer}`), received });
  const request =
    asked === null ? t('checks:confirmation.needed') : t('checks:confirmation.asked', { asked });
  return due === null ? request : `${request} · ${t('checks:confirmation.due', { due })}`;
}

export function checkList(model: Model): HTMLElement {
  const columns: Column<CaseCheck>[] = [
    { title: t('checks:open.entity'), text: (one) => entityLabel(model, one.entityId) },
    { title: t('checks:open.database'), text: systemText },
    { title: t('checks:form.value'), text: (one) => one.value },
    { title: t('viewer:column.time'), text: (one) => instant(one.at), value: (one) => one.at },
    { title: t('checks:open.result'), text: (one) => t(`checks:result.${one.result}`) },
    { title: t('checks:open.reference'), text: (one) => one.recordReference },
    { title: t('checks:open.owner'), text: (one) => one.ownerNcb },
    { title: t('viewer:checks.confirmation'), text: confirmationText },
    {
      title: t('viewer:cover.handling'),
      text: (one) => `${one.marking.handling.join(' ')} ${one.handlingText ?? ''}`.trim(),
    },
    { title: t('checks:form.note'), text: (one) => one.note },
  ];
  const shown = model.checks.filter((one) => model.selected.size === 0 || model.selected.has(one.entityId));
  return table(
    'checks',
    shown,
    columns,
    (one) => model.selected.has(one.entityId),
    (one) => model.select([one.entityId]),
  );
}

/** On the cover: each database with its results. */
export function checksCard(model: Model): HTMLElement | null {
  if (model.checks.length === 0) return null;
  const bySystem = Map.groupBy(model.checks, systemText);
  return h(
    'div',
    { class: 'card' },
    h('h2', {}, t('viewer:checks.title')),
    h(
      'table',
      { class: 'plain' },
      ...[...bySystem].map(([name, checks]) =>
        h('tr', {}, h('td', {}, name), h('td', { class: 'right' }, resultsText(checks))),
      ),
    ),
    model.checks.some((one) => isPositive(one.result)) ? h('p', {}, t('checks:lead')) : null,
  );
}

function resultsText(checks: readonly CaseCheck[]): string {
  const byResult = Map.groupBy(checks, (one) => one.result);
  return [...byResult]
    .map(([result, some]) => `${t(`checks:result.${result}`)}: ${number(some.length)}`)
    .join(' · ');
}

/** On the card of an entity; what is missing may have been withheld, so nothing is called unchecked. */
export function checkLines(model: Model, entity: CaseEntity): HTMLElement[] {
  const checks = model.checksOf.get(entity.id) ?? [];
  if (entity.pseudonym || model.checks.length === 0) return [];
  const asked = new Set<CheckSystem>(checks.map((one) => one.system));
  const missing = systemsOf(entity.type).filter((system) => !asked.has(system));
  if (checks.length + missing.length === 0) return [];
  return [
    h('h3', {}, t('checks:title', { count: checks.length })),
    ...checks.map((check) =>
      h(
        'div',
        { class: 'fact' },
        h('div', {}, `${systemText(check)}: `, h('b', {}, t(`checks:result.${check.result}`))),
        h(
          'div',
          { class: 'quiet' },
          [instant(check.at), check.value, check.recordReference, check.ownerNcb, confirmationText(check)]
            .filter((text) => text !== '')
            .join(' · '),
        ),
      ),
    ),
    missing.length === 0
      ? h('p')
      : h(
          'p',
          { class: 'quiet' },
          t('viewer:checks.missing', {
            systems: missing.map((system) => t(`checks:system.${system}`)).join(', '),
          }),
        ),
  ];
}
