import { NO_EVENT, type ValueSource } from '../../contract/import.ts';
import { incomingWords } from './direction-words.ts';
import { type CallSides, sidesOf } from './suggest-call-sides.ts';
import {
  type Columns,
  cellOf,
  type EntityMapping,
  hasPosition,
  identified,
  position,
  type TableKind,
} from './suggest-parts.ts';
import { simOf } from './suggest-things.ts';

const hasTime = (columns: Columns): boolean => columns.has('start') || columns.has('date');

/** A list of calls and messages: between two numbers in each row, or between one phone and the other party. */
export const calls: TableKind = {
  name: 'calls',
  matches(columns) {
    const sides = sidesOf(columns);
    if (sides === null || columns.has('crossingPoint') || columns.has('amount')) return false;
    const isTelecom = (
      ['duration', 'imei', 'cell', 'cellAddress', 'direction', 'text', 'party'] as const
    ).some((field) => columns.has(field));
    if (sides.kind === 'two') return hasTime(columns) || isTelecom;
    const isAboutCalls = columns.has('direction') || sides.isOfCalls;
    return (
      isAboutCalls && hasTime(columns) && isTelecom && !(hasPosition(columns) && !columns.has('direction'))
    );
  },
  plan(columns, fileTitle) {
    const sides = sidesOf(columns) ?? { kind: 'one', other: { columns: [] }, isOfCalls: false };
    const caller = sides.kind === 'two' ? phone('caller', sides.from, sides.isWhole) : ownParty(fileTitle);
    const called = phone(
      'called',
      sides.kind === 'two' ? sides.to : sides.other,
      sides.kind === 'one' || sides.isWhole,
    );
    for (const one of sides.kind === 'two' ? [sides.from, sides.to] : [sides.other])
      if (one.extract === undefined) for (const name of one.columns) columns.used.add(name);
    const imei = columns.value('imei');
    const sim = simOf(columns, false);
    const entities: EntityMapping[] = [caller, withName(called, sides, columns)];
    if (imei !== null) entities.push(identified('device', 'device', 'imei', imei, false));
    if (sim !== null) entities.push(sim);
    const uses = { type: 'uses', strength: 'confirmed' } as const;
    const links = [
      ...(imei === null ? [] : [{ from: 'caller', to: 'device', ...uses }]),
      ...(sim === null ? [] : [{ from: 'caller', to: 'sim', ...uses }]),
    ];
    return { entities, links, events: [eventOf(columns, sides)] };
  },
};

function eventOf(columns: Columns, sides: CallSides) {
  const kindFrom = columns.joined('kind', 'direction');
  const cell = cellOf(columns);
  const direction = sides.kind === 'two' && !sides.turns ? null : columns.value('direction');
  return {
    ...NO_EVENT,
    type: columns.has('text') && !columns.has('duration') ? ('message' as const) : ('call' as const),
    ...(kindFrom === null ? {} : { kindFrom }),
    from: 'caller',
    to: 'called',
    start: columns.start(),
    end: columns.value('end'),
    durationSeconds: columns.value('duration'),
    place: columns.value('cellAddress') ?? (hasPosition(columns) ? null : cell),
    ...position(columns),
    direction:
      direction === null
        ? null
        : { value: direction, incoming: incomingWords(columns.examples('direction')) },
    properties: {
      ...columns.properties({ imei: 'imei' }),
      ...(cell === null ? {} : { cell }),
      ...columns.properties({ azimuth: 'azimuth', direction: 'direction', kind: 'kind', text: 'text' }),
      ...columns.rest(),
    },
  };
}

function ownParty(title: string): EntityMapping {
  return {
    name: 'caller',
    type: 'phone',
    identifiers: [],
    label: { columns: [], constant: title },
    properties: {},
    required: true,
  };
}

function phone(name: string, value: ValueSource, isWhole: boolean): EntityMapping {
  return identified(name, 'phone', 'phone', value, isWhole && value.extract === undefined);
}

/** The name beside the other number is that of the phone's address book. */
function withName(called: EntityMapping, sides: CallSides, columns: Columns): EntityMapping {
  if (sides.kind === 'two') return called;
  const name =
    columns.value('contactName') ??
    columns.value('fullName') ??
    (columns.has('counterparty') ? columns.value('counterparty') : null);
  return name === null || sides.other.columns.includes(name.columns[0] ?? '')
    ? called
    : { ...called, properties: { shownAs: name } };
}
