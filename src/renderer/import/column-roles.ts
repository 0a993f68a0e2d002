import type { ImportSpecification, ValueSource } from '../../contract/import.ts';

/**
 * A specification seen column by column: each place of the mapping a column can feed has a role name. Changing a
 * column's role moves it out of every place it fed and into the new one.
 */
export interface Role {
  readonly id: string;
  /** Name of the entity or "event" the role belongs to, and the field. */
  readonly owner: string;
  readonly field: string;
}

interface Place extends Role {
  read(spec: ImportSpecification): ValueSource | null;
  write(spec: ImportSpecification, value: ValueSource | null): ImportSpecification;
}

const EVENT_FIELDS = [
  'start',
  'end',
  'durationSeconds',
  'amount',
  'currency',
  'place',
  'latitude',
  'longitude',
] as const;

function entityPlaces(spec: ImportSpecification): Place[] {
  return spec.entities.flatMap((entity, e) => {
    const change =
      (edit: (one: ImportSpecification['entities'][number]) => ImportSpecification['entities'][number]) =>
      (s: ImportSpecification) => ({
        ...s,
        entities: s.entities.map((one, i) => (i === e ? edit(one) : one)),
      });
    const empty: ValueSource = { columns: [] };
    const identifiers = entity.identifiers.map(
      (identifier, k): Place => ({
        id: `${entity.name}.${identifier.kind}`,
        owner: entity.name,
        field: identifier.kind,
        read: (s) => s.entities[e]?.identifiers[k]?.value ?? null,
        write: (s, value) =>
          change((one) => ({
            ...one,
            identifiers: one.identifiers.map((id, i) => (i === k ? { ...id, value: value ?? empty } : id)),
          }))(s),
      }),
    );
    const label: Place = {
      id: `${entity.name}.label`,
      owner: entity.name,
      field: 'label',
      read: (s) => s.entities[e]?.label ?? null,
      write: (s, value) =>
        change(({ label: _gone, ...one }) => (value === null ? one : { ...one, label: value }))(s),
    };
    return [...identifiers, label];
  });
}

function eventPlaces(spec: ImportSpecification): Place[] {
  return spec.events.slice(0, 1).flatMap(() =>
    EVENT_FIELDS.map(
      (field): Place => ({
        id: `event.${field}`,
        owner: 'event',
        field,
        read: (s) => s.events[0]?.[field] ?? null,
        write: (s, value) => ({
          ...s,
          events: s.events.map((one, i) => (i === 0 ? { ...one, [field]: value } : one)),
        }),
      }),
    ),
  );
}

function places(spec: ImportSpecification): Place[] {
  return [...entityPlaces(spec), ...eventPlaces(spec)];
}

export function rolesOf(spec: ImportSpecification): Role[] {
  return places(spec).map(({ id, owner, field }) => ({ id, owner, field }));
}

/** Role a column feeds, or '' where it is kept out or kept as a property. */
export function roleOf(spec: ImportSpecification, column: string): string {
  return places(spec).find((place) => place.read(spec)?.columns.includes(column) === true)?.id ?? '';
}

/** The specification with the column in the new role; '' takes it out of all. */
export function withRole(spec: ImportSpecification, column: string, role: string): ImportSpecification {
  let changed = spec;
  for (const place of places(spec)) {
    const value = place.read(changed);
    if (value?.columns.includes(column) === true && place.id !== role) {
      const columns = value.columns.filter((one) => one !== column);
      changed = place.write(changed, columns.length === 0 ? null : { ...value, columns });
    }
  }
  const target = places(changed).find((place) => place.id === role);
  if (target === undefined) return changed;
  const value = target.read(changed) ?? { columns: [] };
  if (value.columns.includes(column)) return changed;
  return target.write(changed, { ...value, columns: [...value.columns, column] });
}
