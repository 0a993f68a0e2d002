import { NO_EVENT, type ValueSource } from '../../contract/import.ts';
import { personOf, vehicleOf } from './suggest-entities.ts';
import {
  type Columns,
  type EntityMapping,
  hasPosition,
  identified,
  position,
  type TableKind,
} from './suggest-parts.ts';
import { simOf } from './suggest-things.ts';

const hasMover = (columns: Columns): boolean =>
  (['phone', 'caller', 'imei', 'imsi', 'plate', 'device', 'fullName', 'surname'] as const).some((field) =>
    columns.has(field),
  );
const isPlaceList = (columns: Columns): boolean =>
  columns.has('cell') || columns.has('placeName') || columns.has('address');
const isAboutTwo = (columns: Columns): boolean =>
  columns.has('called') ||
  columns.has('duration') ||
  columns.has('direction') ||
  columns.has('crossingPoint');

/** Where a phone, tracker, vehicle or person was, row by row. */
export const positions: TableKind = {
  name: 'positions',
  matches: (columns) =>
    hasPosition(columns) &&
    (columns.has('start') || columns.has('date')) &&
    !isAboutTwo(columns) &&
    (hasMover(columns) || !isPlaceList(columns)),
  plan(columns, fileTitle) {
    const movers = moversOf(columns, fileTitle);
    const [first] = movers;
    const links = movers.slice(1).map(({ name }) => ({
      from: first?.name ?? '',
      to: name,
      type: 'uses' as const,
      strength: 'unconfirmed' as const,
    }));
    const event = {
      ...NO_EVENT,
      type: 'position' as const,
      from: first?.name ?? null,
      start: columns.start(),
      end: columns.value('end'),
      place: placeOf(columns),
      ...position(columns),
    };
    const properties = {
      ...columns.properties({ accuracy: 'accuracyMetres', azimuth: 'azimuth', note: 'note' }),
      ...columns.rest(),
    };
    return { entities: movers, links, events: [{ ...event, properties }] };
  },
};

function placeOf(columns: Columns): ValueSource | null {
  return (
    columns.value('cellAddress') ??
    columns.value('cell') ??
    columns.value('placeName') ??
    columns.value('address')
  );
}

/** What moves comes first, then what was used by it; a file that names nothing is about one device. */
function moversOf(columns: Columns, fileTitle: string): EntityMapping[] {
  const phone = columns.value('phone') ?? columns.value('caller');
  const [imei, device] = [columns.value('imei'), columns.value('device')];
  const named = (label: ValueSource): EntityMapping => ({
    name: 'mover',
    type: 'device',
    identifiers: [],
    label,
    properties: {},
    required: true,
  });
  const found = [
    personOf(columns, false, false),
    vehicleOf(columns, false),
    phone === null ? null : identified('phone', 'phone', 'phone', phone, false),
    imei === null ? null : identified('device', 'device', 'imei', imei, false),
    simOf(columns, false),
    imei === null && device !== null ? named(device) : null,
  ].filter((one) => one !== null);
  const [first, ...others] = found;
  if (first === undefined) return [named({ columns: [], constant: fileTitle })];
  return [{ ...first, required: true }, ...others.map((one) => ({ ...one, required: false }))];
}
