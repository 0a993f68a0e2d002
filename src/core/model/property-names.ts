/** Properties the program itself gives a name; the sentence for each is `properties:<name>` in the catalogues. */
const KNOWN = new Set([
  'name',
  'status',
  'birthDate',
  'citizenship',
  'alias',
  'address',
  'email',
  'make',
  'model',
  'colour',
  'year',
  'note',
  'remark',
  'imei',
  'cell',
  'azimuth',
  'direction',
  'kind',
  'purpose',
  'elevation',
  'latitude',
  'longitude',
  'accuracyMetres',
  'place',
]);

/** A property's name in a person's language; one that a file or a person gave stays as it is. */
export function propertyWords(name: string, say: (key: string) => string): string {
  return KNOWN.has(name) ? say(`properties:${name}`) : name;
}
