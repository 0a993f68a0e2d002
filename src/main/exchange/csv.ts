import type { CaseMember } from '../../core/evidence/case-data.ts';
import type { DataSet } from './data-set.ts';

type Cell = string | number | boolean | null | undefined;

/**
 * One CSV line after RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP "CSV injection"); phone numbers keep their plus, because a plus and digits are harmless.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = /^[+-]?[\d ().-]+$/u.test(cell);
  const safe = /^[=+\-@\t\r]/u.test(cell) && !harmless ? `'${cell}` : cell;
  return /[",\r\n;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

const BOM = '\uFEFF';

/** data/*.csv in UTF-8 with a byte order mark, which spreadsheets need to read Cyrillic and Romanian. */
export function csvFiles(set: DataSet): Map<string, string> {
  const labels = new Map(set.data.entities.map((entity) => [entity.id, entity.label]));
  const references = new Map(set.data.sources.map((source) => [source.id, source.reference]));
  const label = (id: string | null) => (id === null ? null : (labels.get(id) ?? id));
  return new Map([
    ['data/entities.csv', entityTable(set)],
    ['data/links.csv', linkTable(set, label)],
    ['data/events.csv', eventTable(set, label, references)],
    ['data/facts.csv', factTable(set, label, references)],
    ['data/checks.csv', checkTable(set, label)],
  ]);
}

function table(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [BOM + csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
}

function entityTable(set: DataSet): string {
  return table(
    ['id', 'type', 'label', 'status', 'minor', 'pseudonym', 'identifiers', 'properties', 'merged into'],
    set.data.entities.flatMap(({ members = [], ...one }) => [
      entityRow(one, one.pseudonym, null),
      ...members.map((member) => entityRow(member, false, one.id)),
    ]),
  );
}

function entityRow(one: CaseMember, pseudonym: boolean, lead: string | null): readonly Cell[] {
  return [
    one.id,
    one.type,
    one.label,
    one.status,
    one.minor,
    pseudonym,
    one.identifiers.map((identifier) => `${identifier.kind}: ${identifier.value}`).join('; '),
    JSON.stringify(one.properties),
    lead,
  ];
}

function linkTable(set: DataSet, label: (id: string | null) => string | null): string {
  return table(
    [
      'from',
      'from label',
      'type',
      'to',
      'to label',
      'strength',
      'count',
      'sums (minor units)',
      'first (UTC)',
      'last (UTC)',
    ],
    set.lines.map((one) => [
      one.from,
      label(one.from),
      one.type,
      one.to,
      label(one.to),
      one.strength,
      one.count,
      Object.entries(one.sums)
        .map(([currency, minor]) => `${minor} ${currency}`)
        .join('; '),
      iso(one.first),
      iso(one.last),
    ]),
  );
}

const EVENT_HEADER = [
  'id',
  'type',
  'start (UTC)',
  'start as written',
  'zone',
  'precision',
  'end (UTC)',
  'seconds',
];
const EVENT_HEADER_REST = [
  'from',
  'to',
  'place',
  'latitude',
  'longitude',
  'amount (minor units)',
  'currency',
];

function eventTable(
  set: DataSet,
  label: (id: string | null) => string | null,
  references: ReadonlyMap<string, string>,
): string {
  return table(
    [...EVENT_HEADER, ...EVENT_HEADER_REST, 'properties', 'source', 'source row'],
    set.data.events.map((one) => [
      one.id,
      one.type,
      iso(one.start),
      one.startText,
      one.zone,
      one.precision,
      iso(one.end),
      one.durationSeconds,
      label(one.from),
      label(one.to),
      one.place,
      one.latitude,
      one.longitude,
      one.amountMinor,
      one.currency,
      JSON.stringify(one.properties),
      references.get(one.sourceId),
      one.row,
    ]),
  );
}

function factTable(
  set: DataSet,
  label: (id: string | null) => string | null,
  references: ReadonlyMap<string, string>,
): string {
  return table(
    [
      'id',
      'kind',
      'about',
      'about id',
      'label',
      'property',
      'value',
      'source',
      'row',
      'grade',
      'level',
      'handling',
      'originator',
      'revision',
      'record',
    ],
    set.data.facts.map((one) => [
      one.id,
      one.kind,
      one.about,
      one.aboutId,
      one.about === 'entity' ? label(one.aboutId) : null,
      one.property,
      one.value,
      references.get(one.sourceId),
      one.row,
      `${one.grade.source}${one.grade.information}`,
      one.marking.level,
      one.marking.handling.join(' '),
      one.originator,
      one.revision,
      one.recordId,
    ]),
  );
}

const CHECK_HEADER = ['id', 'about id', 'about', 'database', 'asked with', 'asked at (UTC)', 'result'];
const CHECK_HEADER_REST = ['record', 'owner', 'confirmation asked', 'wanted by', 'answered', 'answer'];

function checkTable(set: DataSet, label: (id: string | null) => string | null): string {
  return table(
    [...CHECK_HEADER, ...CHECK_HEADER_REST, 'level', 'handling', 'note'],
    (set.data.checks ?? []).map((one) => [
      one.id,
      one.entityId,
      label(one.entityId),
      one.systemName === '' ? one.system : one.systemName,
      one.value,
      iso(one.at),
      one.result,
      one.recordReference,
      one.ownerNcb,
      one.asked,
      one.due,
      one.received,
      one.answer,
      one.marking.level,
      one.marking.handling.join(' '),
      one.note,
    ]),
  );
}
