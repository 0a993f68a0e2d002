import { personOf, vehicleOf } from './suggest-entities.ts';
import {
  type Columns,
  type EntityMapping,
  identified,
  type TableKind,
  type TablePlan,
} from './suggest-parts.ts';
import { simOf, thingsOf } from './suggest-things.ts';

const isNamed = (columns: Columns): boolean => columns.has('fullName') || columns.has('surname');

/** A person and what the row says she has; none of it must be there, only she herself where nothing else is. */
function plan(columns: Columns): TablePlan {
  const vehicle = vehicleOf(columns, false);
  const person = personOf(columns, vehicle === null, true);
  const entities: EntityMapping[] = person === null ? [] : [person];
  const links: TablePlan['links'] = [];
  const add = (entity: EntityMapping, type: 'uses' | 'owns'): void => {
    entities.push(entity);
    links.push({ from: 'person', to: entity.name, type, strength: 'confirmed' });
  };
  const phones = columns.all('phone');
  const caller = phones.length === 0 ? columns.value('caller') : null;
  for (const [at, phone] of [...phones, ...(caller === null ? [] : [caller])].entries()) {
    add(identified(at === 0 ? 'phone' : `phone ${at + 1}`, 'phone', 'phone', phone, false), 'uses');
  }
  for (const entry of phones.length === 0 ? entriesOf(columns) : []) add(entry, 'uses');
  if (vehicle !== null) add(vehicle, 'owns');
  const account = columns.value('account') ?? columns.value('senderAccount');
  if (account !== null) add(identified('account', 'bank_account', 'iban', account, false), 'owns');
  const sim = simOf(columns, false);
  if (sim !== null) add(sim, 'uses');
  for (const thing of thingsOf(columns)) add(thing, 'owns');
  if (person !== null) entities[0] = { ...person, properties: { ...person.properties, ...columns.rest() } };
  return { entities, links, events: [] };
}

const MOST_ENTRIES = 3;

/** Numbers and addresses that stand one below the other in a cell: `Phone-Mobile: +380…`. The cell itself stays beside them. */
function entriesOf(columns: Columns): EntityMapping[] {
  const column = columns.guesses.find(({ field }) => field === 'entries')?.column;
  if (column === undefined) return [];
  return (['phone', 'email'] as const).flatMap((kind) =>
    Array.from({ length: MOST_ENTRIES }, (_, at) => {
      const line = String.raw`(?i:${kind})[^:\n]*:\s*`;
      const value = kind === 'phone' ? String.raw`(\+?[\d*#][\d ()*#.-]{2,})` : String.raw`(\S+@\S+)`;
      const extract = String.raw`^(?:[^]*?\b${line}${value.replace('(', '(?:')}){${at}}[^]*?\b${line}${value}`;
      const source = { columns: [column], extract };
      return identified(at === 0 ? kind : `${kind} ${at + 1}`, kind, kind, source, false);
    }),
  );
}

/** Rows about people, whatever else stands in them: who has no car is a person all the same. */
export const register: TableKind = {
  name: 'register of people',
  matches: (columns) =>
    isNamed(columns) &&
    (columns.has('birthDate') || columns.has('personalNumber') || columns.has('status')) &&
    !columns.has('owner'),
  plan,
};

export const people: TableKind = {
  name: 'people',
  matches: (columns) => isNamed(columns) || columns.has('personalNumber'),
  plan,
};
