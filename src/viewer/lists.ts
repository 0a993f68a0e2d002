import type { CaseEntity, CaseEvent, CaseGrade } from '../core/evidence/case-data.ts';
import { otherNames } from '../core/evidence/merged-records.ts';
import type { Model } from './model.ts';
import { type Column, table } from './tables.ts';
import { instant, money, number, shownLabel, t } from './words.ts';

export function entityLabel(model: Model, id: string | null): string {
  if (id === null) return '';
  const entity = model.entities.get(id);
  return entity === undefined ? id : shownLabel(entity.label, entity.pseudonym);
}

/** Numbers of a record and of its members, each once. */
export function identifiersOf({ identifiers, members = [] }: CaseEntity): string {
  const all = [...identifiers, ...members.flatMap((one) => one.identifiers)];
  return [...new Set(all.map((one) => one.value))].join(', ');
}

function listed(entity: CaseEntity): string {
  return [shownLabel(entity.label, entity.pseudonym), ...otherNames(entity)].join(' · ');
}

export function gradeText(grade: CaseGrade): string {
  return `${grade.source}${grade.information}`;
}

export function sourceText(model: Model, sourceId: string, row: number | null): string {
  const reference = model.sources.get(sourceId)?.reference ?? '';
  return row === null ? reference : t('viewer:sourceRow', { reference, row });
}

export function entityList(model: Model): HTMLElement {
  const columns: Column<(typeof model.data.entities)[number]>[] = [
    { title: t('viewer:column.label'), text: listed },
    { title: t('viewer:column.type'), text: (one) => t(`types:entity.${one.type}`) },
    {
      title: t('viewer:column.status'),
      text: (one) => (one.status === null ? '' : t(`types:status.${one.status}`)),
    },
    { title: t('viewer:column.identifiers'), text: identifiersOf },
    {
      title: t('viewer:count.links'),
      right: true,
      text: (one) => number(model.linesOf.get(one.id)?.length ?? 0),
      value: (one) => model.linesOf.get(one.id)?.length ?? 0,
    },
    {
      title: t('viewer:count.events'),
      right: true,
      text: (one) => number(model.eventsOf.get(one.id)?.length ?? 0),
      value: (one) => model.eventsOf.get(one.id)?.length ?? 0,
    },
  ];
  return table(
    'entities',
    model.data.entities,
    columns,
    (one) => model.selected.has(one.id),
    (one) => model.select([one.id]),
  );
}

export function linkList(model: Model): HTMLElement {
  const columns: Column<(typeof model.lines)[number]>[] = [
    { title: t('viewer:column.from'), text: (one) => entityLabel(model, one.from) },
    { title: t('viewer:column.type'), text: (one) => t(`types:link.${one.type}`) },
    { title: t('viewer:column.to'), text: (one) => entityLabel(model, one.to) },
    { title: t('viewer:column.strength'), text: (one) => t(`types:strength.${one.strength}`) },
    {
      title: t('viewer:column.count'),
      right: true,
      text: (one) => number(one.count),
      value: (one) => one.count,
    },
    {
      title: t('viewer:column.sum'),
      right: true,
      text: (one) =>
        Object.entries(one.sums)
          .map(([currency, minor]) => money(minor, currency))
          .join(' + '),
      value: (one) => Object.values(one.sums)[0] ?? 0,
    },
    { title: t('viewer:column.first'), text: (one) => instant(one.first), value: (one) => one.first ?? 0 },
    { title: t('viewer:column.last'), text: (one) => instant(one.last), value: (one) => one.last ?? 0 },
  ];
  return table(
    'links',
    model.lines,
    columns,
    (one) => model.selected.has(one.from) && model.selected.has(one.to),
    (one) => model.select([one.from, one.to]),
  );
}

function particulars(event: CaseEvent): string {
  const parts = Object.entries(event.properties).map(([name, value]) => `${name}: ${value}`);
  if (event.durationSeconds !== null) parts.unshift(t('viewer:seconds', { count: event.durationSeconds }));
  return parts.join(' · ');
}

export function eventList(model: Model): HTMLElement {
  const columns: Column<CaseEvent>[] = [
    {
      title: t('viewer:column.time'),
      text: (one) => instant(one.start, true),
      value: (one) => one.start ?? Infinity,
    },
    { title: t('viewer:column.written'), text: (one) => one.startText },
    { title: t('viewer:column.type'), text: (one) => t(`types:event.${one.type}`) },
    { title: t('viewer:column.from'), text: (one) => entityLabel(model, one.from) },
    { title: t('viewer:column.to'), text: (one) => entityLabel(model, one.to) },
    { title: t('viewer:column.place'), text: (one) => one.place ?? '' },
    {
      title: t('viewer:column.amount'),
      right: true,
      text: (one) => (one.amountMinor === null ? '' : money(one.amountMinor, one.currency ?? '')),
      value: (one) => one.amountMinor ?? 0,
    },
    { title: t('viewer:column.particulars'), text: particulars },
    { title: t('viewer:column.source'), text: (one) => sourceText(model, one.sourceId, one.row) },
  ];
  const shown = model.events.filter((event) => model.concerns(event) && model.inPeriod(event.start));
  return table(
    'events',
    shown,
    columns,
    () => false,
    (one) => {
      model.select([one.from, one.to].filter((id) => id !== null));
    },
  );
}

export function sourceList(model: Model): HTMLElement {
  const columns: Column<(typeof model.data.sources)[number]>[] = [
    { title: t('viewer:column.reference'), text: (one) => one.reference },
    { title: t('viewer:column.title'), text: (one) => one.title },
    { title: t('viewer:cover.originator'), text: (one) => one.originator },
    {
      title: t('viewer:column.received'),
      text: (one) => instant(one.received),
      value: (one) => one.received ?? 0,
    },
    { title: t('viewer:column.grade'), text: (one) => gradeText(one.grade) },
    {
      title: t('viewer:cover.handling'),
      text: (one) => `${one.marking.handling.join(' ')} ${one.handlingText}`.trim(),
    },
  ];
  return table(
    'sources',
    model.data.sources,
    columns,
    () => false,
    () => model.select([]),
  );
}
