import { Fragment, type ReactElement, useId } from 'react';
import type { ChartFilter } from '../../contract/chart.ts';
import { Button, DateInput, zoneWords } from '../ui/index.ts';
import { dayEnd, dayStart, isoDay, NO_FILTER, useDesk, useMessages } from '../workspace/index.ts';
import { setFilter } from './acts.ts';
import { counted, toggled } from './choice.ts';
import { EvidenceFilterFields } from './EvidenceFilter.tsx';
import { toggleFilter } from './state.ts';

function Choices<T extends string>(props: {
  readonly title: string;
  readonly all: readonly (readonly [T, number])[];
  readonly chosen: readonly T[] | null;
  readonly name: (one: T) => string;
  readonly change: (chosen: T[] | null) => void;
}): ReactElement {
  const types = props.all.map(([type]) => type);
  return (
    <fieldset>
      <legend>{props.title}</legend>
      {props.all.map(([type, count]) => (
        <label key={type}>
          <input
            type="checkbox"
            checked={props.chosen === null || props.chosen.includes(type)}
            onChange={() => props.change(toggled(props.chosen, types, type))}
          />
          <span>{props.name(type)}</span>
          <span className="chart-count">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** First moment of a day in that zone, and the first that is not of it any more. */
function momentOf(day: string, end: 'from' | 'to', zone: string): number | null {
  if (day === '') return null;
  return end === 'from' ? dayStart(day, zone) : dayEnd(day, zone);
}
function dayOf(instant: number | null, end: 'from' | 'to', zone: string): string {
  if (instant === null) return '';
  return isoDay(end === 'from' ? instant : instant - 1, zone);
}

function Days({ filter }: { readonly filter: ChartFilter }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const id = useId();
  const change = (end: 'from' | 'to', day: string): void =>
    void setFilter({ ...filter, period: { ...filter.period, [end]: momentOf(day, end, zone) } });
  return (
    <fieldset>
      <legend>{t('chart:filter.period', { zone: zoneWords(zone) })}</legend>
      {(['from', 'to'] as const).map((end) => (
        <Fragment key={end}>
          <label htmlFor={`${id}${end}`}>{t(`chart:filter.${end}`)}</label>
          <DateInput
            id={`${id}${end}`}
            value={dayOf(filter.period[end], end, zone)}
            onChange={(day) => change(end, day)}
          />
        </Fragment>
      ))}
    </fieldset>
  );
}

/** Narrows what the chart draws, by entity type, link type, time (days of the zone shown), source and grade. */
export function FilterBox(): ReactElement {
  const t = useMessages();
  const { entities, links, filter } = useDesk();
  return (
    <div className="chart-filter" role="dialog" aria-label={t('chart:command.filter')}>
      <Choices
        title={t('chart:filter.entities')}
        all={counted([...entities.values()].map((entity) => entity.type))}
        chosen={filter.entityTypes}
        name={(type) => t(`types:entity.${type}`)}
        change={(entityTypes) => void setFilter({ ...filter, entityTypes })}
      />
      <Choices
        title={t('chart:filter.links')}
        all={counted(links.map((link) => link.type))}
        chosen={filter.linkTypes}
        name={(type) => t(`types:link.${type}`)}
        change={(linkTypes) => void setFilter({ ...filter, linkTypes })}
      />
      <Days filter={filter} />
      <EvidenceFilterFields filter={filter} />
      <div className="chart-filter-foot">
        <Button onClick={() => void setFilter(NO_FILTER)}>{t('chart:filter.clear')}</Button>
        <Button onClick={toggleFilter}>{t('chart:notice.close')}</Button>
      </div>
    </div>
  );
}
