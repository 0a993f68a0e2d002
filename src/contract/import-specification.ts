import { z } from 'zod';
import { entityType, eventType, grade, linkType, marking, strength } from './terms.ts';

/** Every format files are read from, one record each in main/import/readers; `text` and what follows are documents. */
export const IMPORT_FORMATS = [
  'delimited',
  'xlsx',
  'xls',
  'ods',
  'json',
  'json-lines',
  'matrix',
  'vcard',
  'eml',
  'mbox',
  'msg',
  'whatsapp',
  'telegram',
  'viber',
  'camt',
  'mt940',
  'goaml',
  'gpx',
  'kml',
  'kmz',
  'geojson',
  'shapefile',
  'photo',
  'anx',
  'graphml',
  'gexf',
  'pajek',
  'follow-the-money',
  'stix',
  'misp',
  'case-json',
  'mrz',
  'text',
  'html',
  'rtf',
  'docx',
  'odt',
  'pdf',
] as const;
export const importFormat = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof importFormat>;

/** Where a value of a draft comes from: column(s) joined, or a constant; then split, extract and replace in this order. */
export const valueSource = z.object({
  columns: z.array(z.string()),
  joiner: z.string().optional(),
  constant: z.string().optional(),
  /** Only the part with this number, from 0, of the text cut at `by`; −1 is the last. */
  split: z.object({ by: z.string().min(1), index: z.number().int() }).optional(),
  /** Regular expression whose first group (or whole match) is kept. */
  extract: z.string().optional(),
  /** Literal texts and what stands in their place, everywhere in the value, one after the other. */
  replace: z.array(z.object({ from: z.string().min(1), to: z.string() })).optional(),
});
export type ValueSource = z.infer<typeof valueSource>;

/** One entity per row: its type, what identifies it and its label. `name` is how links and events refer to it. */
export const entityMapping = z.object({
  name: z.string(),
  type: entityType,
  /** Row by row one of the entity types; what it does not name stays `type`. For files of many kinds of things. */
  typeFrom: valueSource.optional(),
  /** What tells two things of the same name apart inside this file: its own id of them. Never shown, never matched. */
  key: valueSource.optional(),
  /** Kind in core/identifiers (phone, imei, iban, plate, vin …) and its value. */
  identifiers: z.array(z.object({ kind: z.string(), value: valueSource, country: valueSource.optional() })),
  label: valueSource.optional(),
  /** Row by row a company where the label has a word for one (SRL, ТОВ …), else what `type` says. */
  byLegalForm: z.boolean().optional(),
  properties: z.record(z.string(), valueSource),
  /** Of a document: its text, one page a row; searched and read through, never shown as a fact. */
  text: z.object({ value: valueSource, page: valueSource }).optional(),
  /** Words like "victim", "свідок", "minor" that set what a person is in this file. */
  status: valueSource.optional(),
  /** True: the row is rejected where this entity has no identifier and no label. */
  required: z.boolean(),
});
export const linkMapping = z.object({
  from: z.string(),
  to: z.string(),
  type: linkType,
  /** Row by row one of the link types; what it does not name stays `type`. */
  typeFrom: valueSource.optional(),
  strength,
  /** Row by row one of the strengths; what it does not name stays `strength`. */
  strengthFrom: valueSource.optional(),
  start: valueSource.optional(),
  end: valueSource.optional(),
  properties: z.record(z.string(), valueSource).optional(),
});
export const eventMapping = z.object({
  type: eventType,
  /** Row by row one of the event types; a row that names none has no event. For files of many kinds of things. */
  typeFrom: valueSource.optional(),
  /** Row by row the words of a service: SMS is a message, voice a call, GPRS neither; other words leave `type`. */
  kindFrom: valueSource.optional(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Who stands in the place of `from` and of `to` in a row that does not name them: a party without an account. */
  fromElse: z.string().optional(),
  toElse: z.string().optional(),
  start: valueSource.nullable(),
  /** True: a row without a time is taken all the same, as a message whose headers are damaged. */
  startOptional: z.boolean().optional(),
  end: valueSource.nullable(),
  durationSeconds: valueSource.nullable(),
  amount: valueSource.nullable(),
  currency: valueSource.nullable(),
  /** True: the sums are whole minor units (kopecks, bani, cents). */
  minorUnits: z.boolean().optional(),
  place: valueSource.nullable(),
  latitude: valueSource.nullable(),
  longitude: valueSource.nullable(),
  /** Words in this column that swap from and to (incoming calls). */
  direction: z.object({ value: valueSource, incoming: z.array(z.string()) }).nullable(),
  properties: z.record(z.string(), valueSource),
});
export type EventMapping = z.infer<typeof eventMapping>;
/** A mapping that reads nothing of a row yet. */
export const NO_EVENT: Omit<EventMapping, 'type'> = {
  from: null,
  to: null,
  start: null,
  end: null,
  durationSeconds: null,
  amount: null,
  currency: null,
  place: null,
  latitude: null,
  longitude: null,
  direction: null,
  properties: {},
};
/** Rows that are not meant: they are counted, neither imported nor rejected. Capitals make no difference. */
export const rowFilter = z.object({
  column: z.string(),
  test: z.enum(['equals', 'contains', 'matches']),
  text: z.string(),
  /** Whether the rows that fit are the ones to take or the ones to leave out. */
  rows: z.enum(['keep', 'drop']),
});
export type RowFilter = z.infer<typeof rowFilter>;
export const importSpecification = z.object({
  id: z.string().nullable(),
  name: z.string(),
  format: importFormat,
  /** Sheet, layer or section of a file that has several; left out: its first. */
  part: z.string().optional(),
  encoding: z.string(),
  delimiter: z.string(),
  quote: z.string(),
  headerRow: z.number().int().min(0),
  columns: z.array(z.string()),
  timeZone: z.string(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy', 'iso']),
  decimalMark: z.enum(['.', ',']),
  /** ISO 3166 alpha-2: default country for phone numbers and plates. */
  country: z.string(),
  entities: z.array(entityMapping),
  links: z.array(linkMapping),
  events: z.array(eventMapping),
  rowFilter: rowFilter.optional(),
  /** Source record made for the batch. */
  grade,
  marking,
  originator: z.string(),
  agency: z.string().optional(),
  /** The text an H3 code needs. */
  handlingText: z.string().optional(),
  recipients: z.array(z.string()),
});
export type ImportSpecification = z.infer<typeof importSpecification>;
