import type { EventMapping, ImportSpecification, ValueSource } from '../../../contract/import.ts';
import { IDENTIFIER_KINDS } from '../../../core/identifiers/kinds.ts';
import { propertyWords } from '../../ui/index.ts';
import type { Translate } from '../../workspace/index.ts';
import type { EntityMapping, LinkMapping, Place } from './place.ts';
import { EVENT_FIELDS } from './place.ts';
import type { Problem } from './problems.ts';
import { isNothing, shownPart } from './value-edit.ts';

export type Words = Translate;

/** Names the importer gives in its suggestions; a person reads them in her language. */
const SUGGESTED_NAMES: readonly string[] = [
  'caller',
  'called',
  'device',
  'sim',
  'sender',
  'recipient',
  'senderOwner',
  'recipientOwner',
  'place',
  'vehicle',
  'person',
  'owner',
  'phone',
  'account',
  'mover',
];

export function nameWords(name: string, t: Words): string {
  return SUGGESTED_NAMES.includes(name) ? t(`importcentre:party.${name}`) : name;
}

export function kindWords(kind: string, t: Words): string {
  return IDENTIFIER_KINDS.includes(kind) ? t(`types:identifier.${kind}`) : kind;
}

/** The place without its owner: "Phone number", "start", a property's name. */
export function placeWords(spec: ImportSpecification, place: Place, t: Words): string {
  if (place.field === 'property') return propertyWords(t, place.name);
  if (place.field === 'identifier') {
    return kindWords(spec.entities[place.at]?.identifiers[place.index]?.kind ?? '', t);
  }
  return t(`importcentre:field.${place.field}`);
}

export function ownerWords(
  spec: ImportSpecification,
  { part, at }: Pick<Place, 'part' | 'at'>,
  t: Words,
): string {
  if (part === 'entity') return nameWords(spec.entities[at]?.name ?? '', t);
  if (part === 'link') return t(`types:link.${spec.links[at]?.type ?? 'associate_of'}`);
  return t(`types:event.${spec.events[at]?.type ?? 'other'}`);
}

/** What feeds a place: the columns, the constant, and the expression that cuts a part out. */
export function valueWords(value: ValueSource, t: Words): string {
  if (isNothing(value)) return t('importcentre:nothingYet');
  const text = value.columns.length > 0 ? value.columns.join(', ') : `“${value.constant ?? ''}”`;
  return [
    text,
    ...(value.split === undefined
      ? []
      : [t('importcentre:partOf', { by: value.split.by, part: shownPart(value.split) })]),
    ...(value.extract === undefined ? [] : [`/${value.extract}/`]),
    ...(value.replace ?? []).map(({ from, to }) => `${from} → ${to === '' ? '∅' : to}`),
  ].join(' ');
}

function feeds(place: string, value: ValueSource, t: Words): string {
  return t('importcentre:sentence.feeds', { place, value: valueWords(value, t) });
}

function propertyParts(properties: Readonly<Record<string, ValueSource>>, t: Words): string[] {
  return Object.entries(properties).map(([name, value]) => feeds(propertyWords(t, name), value, t));
}

/** "Person ← Surname, Given name · Phone number ← Number A": what names it first. */
export function entitySentence(entity: EntityMapping, t: Words): string {
  const { label, identifiers } = entity;
  const [first] = identifiers;
  const main = label ?? first?.value ?? { columns: [] };
  const others = label === undefined ? identifiers.slice(1) : identifiers;
  return [
    feeds(t(`types:entity.${entity.type}`), main, t),
    ...others.map(({ kind, value }) => feeds(kindWords(kind, t), value, t)),
    ...(entity.status === undefined ? [] : [feeds(t('importcentre:field.status'), entity.status, t)]),
    ...(entity.key === undefined ? [] : [feeds(t('importcentre:field.key'), entity.key, t)]),
    ...(entity.typeFrom === undefined ? [] : [feeds(t('importcentre:field.typeFrom'), entity.typeFrom, t)]),
    ...(entity.byLegalForm === true ? [t('importcentre:byLegalForm')] : []),
    ...propertyParts(entity.properties, t),
    ...(entity.required ? [t('importcentre:sentence.required')] : []),
  ].join(' · ');
}

function endWords(name: string | null, t: Words): string {
  return name === null || name === '' ? t('importcentre:nobody') : nameWords(name, t);
}

export function linkSentence(link: LinkMapping, t: Words): string {
  const sentence = t('importcentre:sentence.link', {
    from: endWords(link.from, t),
    type: t(`types:link.${link.type}`),
    to: endWords(link.to, t),
    strength: t(`types:strength.${link.strength}`),
  });
  return link.typeFrom === undefined
    ? sentence
    : `${sentence} · ${feeds(t('importcentre:field.typeFrom'), link.typeFrom, t)}`;
}

export function eventSentence(event: EventMapping, t: Words): string {
  const { from, to } = event;
  const fields = EVENT_FIELDS.flatMap((field) => {
    const value = event[field];
    return value === null ? [] : [feeds(t(`importcentre:field.${field}`), value, t)];
  });
  const direction =
    event.direction === null ? [] : [feeds(t('importcentre:field.direction'), event.direction.value, t)];
  const kind =
    event.kindFrom === undefined ? [] : [feeds(t('importcentre:field.kindFrom'), event.kindFrom, t)];
  const ends =
    from !== null && to !== null
      ? [t('importcentre:sentence.ends', { from: nameWords(from, t), to: nameWords(to, t) })]
      : [from, to].flatMap((name) => (name === null ? [] : [nameWords(name, t)]));
  const units = event.minorUnits === true ? [t('importcentre:sentence.minorUnits')] : [];
  return [...ends, ...fields, ...units, ...direction, ...kind, ...propertyParts(event.properties, t)].join(
    ' · ',
  );
}

export function problemWords({ code, params }: Problem, t: Words): string {
  return t(`importcentre:problem.${code}`, params);
}

/** A problem where it does not stand beside its place: with the entity, link or event it belongs to. */
export function reasonWords(spec: ImportSpecification, problem: Problem, t: Words): string {
  const sentence = problemWords(problem, t);
  const [part, index] = problem.at.split('.');
  if (index === undefined) return sentence;
  const at = Number(index);
  const link = part === 'link' ? spec.links[at] : undefined;
  const owner =
    link === undefined
      ? ownerWords(spec, { part: part === 'event' ? 'event' : 'entity', at }, t)
      : linkSentence(link, t);
  return t('importcentre:sentence.reason', { owner, problem: sentence });
}
