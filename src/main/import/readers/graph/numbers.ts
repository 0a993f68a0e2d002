import { normaliseIdentifier } from '../../../../core/identifiers/index.ts';
import { ENTITY_TYPES, type EntityType, isNumbered } from '../../../../core/model/entity-types.ts';
import type { GraphIdentifier } from './graph.ts';

/**
 * The label of a numbered thing (phone, vehicle, account …) as its identifier, where it can be one. Charts have no
 * field for the number: the label is it, or it is a description and stays one.
 */
export function labelNumber(type: EntityType | '', label: string): GraphIdentifier[] {
  const text = label.trim();
  if (text === '' || type === '' || !isNumbered(type)) return [];
  const kind = ENTITY_TYPES[type].identifier;
  if (kind === null || !isPossible(kind, text)) return [];
  return [{ kind, value: text }];
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  phone: /^\+?[\d\s().-]{5,25}$/,
  plate: /^(?=.*\d)[\p{L}\d][\p{L}\d\s-]{2,11}$/u,
  iban: /^[A-Z]{2}\d{2}[\dA-Z\s]{10,32}$/i,
  'card-number': /^[\d\s-]{12,23}$/,
  'account-name': /^@?[\w.-]{2,40}$/,
};

function isPossible(kind: string, text: string): boolean {
  const shape = SHAPES[kind];
  if (shape !== undefined) return shape.test(text);
  return normaliseIdentifier(kind, text).check !== 'format-unknown';
}
