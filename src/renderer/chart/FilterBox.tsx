import { type ReactElement, useId } from 'react';
import type { ChartFilter } from '../../contract/chart.ts';
import { Button } from '../ui/index.ts';
import { NO_FILTER, useDesk, useMessages } from '../workspace/index.ts';
import { setFilter } from './acts.ts';
import { counted, toggled } from './choice.ts';
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

const dayOf = (instant: number | null): string =>
  instant === null ? '' : new Date(instant).toISOString().slice(0, 10);

function Days({ filter }: { readonly filter: ChartFilter }): ReactElement {
  const t = useMessages();
  const id = useId();
  const change = (end: 'from' | 'to', day: string): void => {
    const instant =
      day === '' ? null : Date.parse(end === 'from' ? `${day}T00:00:00Z` : `${day}T23:59:59.999Z`);
    void setFilter({ ...filter, period: { ...filter.period, [end]: instant } });
  };
  return (
    <fieldset>
      <legend>{t('chart:filter.period')}</legend>
      <label htmlFor={`${id}f`}>{t('chart:filter.from')}</label>
      <input
        id={`${id}f`}
        type="date"
        value={dayOf(filter.period.from)}
        onChange={(event) => change('from', event.target.value)}
      />
      <label htmlFor={`${id}t`}>{t('chart:filter.to')}</label>
      <input
        id={`${id}t`}
        type="date"
        value={dayOf(filter.period.to)}
        onChange={(event) => change('to', event.target.value)}
      />
    </fieldset>
  );
}

/** Narrows what the chart draws, by entity type, link type and time (UTC days). */
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
      <div className="chart-filter-foot">
        <Button onClick={() => void setFilter(NO_FILTER)}>{t('chart:filter.clear')}</Button>
        <Button onClick={toggleFilter}>{t('chart:notice.close')}</Button>
      </div>
    </div>
  );
}
