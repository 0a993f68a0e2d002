/**
 * Properties the program writes itself under names of its own; they have words in the catalogues
 * (`types:property.<name>`). Any other property keeps the name its source gave it.
 */
export const PROPERTY_NAMES = [
  'name',
  'birthDate',
  'citizenship',
  'alias',
  'address',
  'email',
  'status',
  'make',
  'model',
  'colour',
  'year',
  'note',
  'purpose',
  'direction',
  'kind',
  'cell',
  'azimuth',
  'elevation',
  'latitude',
  'longitude',
  'accuracyMetres',
] as const;
