import type { Output } from '../../contract/index.ts';
import { PROPERTY_NAMES } from '../../core/model/properties.ts';
import type { Translate } from '../workspace/index.ts';

type Properties = Output<'entity.get'>['properties'];

/** The program's own name of a property from the words a person reads it by; any other stays as typed. */
function propertyName(t: Translate, words: string): string {
  const typed = words.trim();
  const known = PROPERTY_NAMES.find(
    (name) => t(`types:property.${name}`).toLowerCase() === typed.toLowerCase(),
  );
  return known ?? typed;
}

/** What a person left in the form; a number or a yes that was not touched stays one. */
export function writtenProperties(
  t: Translate,
  rows: readonly { readonly name: string; readonly value: string }[],
  before: Properties,
): Properties {
  return Object.fromEntries(
    rows
      .filter((row) => row.name.trim() !== '')
      .map((row) => {
        const name = propertyName(t, row.name);
        const old = before[name];
        return [name, old !== undefined && String(old ?? '') === row.value ? old : row.value];
      }),
  );
}
