import { readZone, zoneHeight, zoneLine } from '../../../core/identifiers/travel-document.ts';
import { decodeSample, decodeStream, detectEncoding } from '../encoding.ts';
import { isBinary } from './delimited.ts';
import type { FixedPlan, Reader, SourceRow } from './reader.ts';

const COLUMNS = [
  'number',
  'country',
  'name',
  'birthDate',
  'nationality',
  'sex',
  'expiry',
  'issuer',
  'documentKind',
  'optional',
  'checkDigits',
  'zone',
] as const;
const LOOKED_AT = 65_536;
const ENOUGH = 0.8;
const LONGEST_LINE = 1000;

/** Text of nothing but machine-readable zones: what a document reader at a border writes down. */
export const mrz: Reader = {
  format: 'mrz',
  extensions: ['.mrz'],
  mediaType: 'text/plain',
  plan: () => PLAN,
  sniff(sample) {
    const first = sample.subarray(0, LOOKED_AT);
    if (isBinary(first)) return { confidence: 0, why: 'binary' };
    const lines = decodeSample(first, detectEncoding(first).encoding).split(/\r?\n/).filter(isWritten);
    if (first.length < sample.length) lines.pop();
    const zones = lines.filter((line) => zoneLine(line) !== null).length;
    const isZones = zones > 1 && zones / lines.length >= ENOUGH;
    return { confidence: isZones ? 1 : 0, why: 'content' };
  },
  async read(chunks, specification) {
    return { columns: COLUMNS, batches: zones(decodeStream(chunks, specification.encoding)) };
  },
};

const isWritten = (line: string): boolean => line.trim() !== '';

async function* zones(pieces: AsyncIterable<string>): AsyncGenerator<readonly SourceRow[]> {
  const stack = new ZoneStack();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield lines.flatMap((line) => stack.push(line));
    if (rest.length > LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE);
  }
  yield [...stack.push(rest), ...stack.end()];
}

/** Lines that wait for the rest of their zone. */
class ZoneStack {
  #line = 0;
  #held: { readonly text: string; readonly line: number }[] = [];

  push(written: string): SourceRow[] {
    this.#line += 1;
    if (!isWritten(written)) return this.end();
    const text = zoneLine(written);
    if (text === null) return [...this.end(), unreadable(this.#line, written)];
    const [first] = this.#held;
    const before = first !== undefined && first.text.length !== text.length ? this.end() : [];
    this.#held.push({ text, line: this.#line });
    return this.#held.length < zoneHeight(text) ? before : [...before, ...this.#row()];
  }

  /** What waits in vain. */
  end(): SourceRow[] {
    return this.#held.splice(0).map(({ text, line }) => unreadable(line, text));
  }

  #row(): SourceRow[] {
    const held = this.#held.splice(0);
    const lines = held.map(({ text }) => text);
    const line = held[0]?.line ?? this.#line;
    const found = readZone(lines);
    if (found === null) return [unreadable(line, lines.join('\n'))];
    const { wrongChecks } = found;
    return [
      {
        line,
        cells: [
          found.number,
          found.country,
          [found.surname, found.givenNames].filter((part) => part !== '').join(' '),
          found.birthDate,
          found.nationality,
          found.sex,
          found.expiry,
          found.issuer,
          found.kind,
          found.optional,
          wrongChecks.length === 0 ? '✓' : `✗ ${wrongChecks.join(', ')}`,
          lines.join('\n'),
        ],
        problem: null,
      },
    ];
  }
}

function unreadable(line: number, raw: string): SourceRow {
  return { line, cells: [], problem: { code: 'mrz-unreadable', raw: raw.trim() } };
}

const column = (name: (typeof COLUMNS)[number]) => ({ columns: [name] });
const PLAN: FixedPlan = {
  entities: [
    {
      name: 'person',
      type: 'person',
      identifiers: [{ kind: 'document-number', value: column('number'), country: column('country') }],
      label: column('name'),
      properties: {
        birthDate: column('birthDate'),
        citizenship: column('nationality'),
        sex: column('sex'),
        expiry: column('expiry'),
        issuer: column('issuer'),
        documentKind: column('documentKind'),
        note: column('optional'),
        checkDigits: column('checkDigits'),
        machineReadableZone: column('zone'),
      },
      required: true,
    },
  ],
  links: [],
  events: [],
  fields: { number: 'document', name: 'fullName', birthDate: 'birthDate' },
};
