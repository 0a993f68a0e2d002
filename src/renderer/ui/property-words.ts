import { IDENTIFIER_KINDS } from '../../core/identifiers/kinds.ts';
import { PROPERTY_NAMES } from '../../core/model/properties.ts';
import type { Translate } from '../workspace/index.ts';

/** A property or identifier kind in the person's language; a name from a source as it stands there. */
export function propertyWords(t: Translate, name: string): string {
  if (IDENTIFIER_KINDS.includes(name)) return t(`types:identifier.${name}`);
  return (PROPERTY_NAMES as readonly string[]).includes(name) ? t(`types:property.${name}`) : name;
}
