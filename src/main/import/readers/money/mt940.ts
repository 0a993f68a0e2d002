import { decodeSample, decodeStream, detectEncoding } from '../../encoding.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { ownAccount } from './mt940-account.ts';
import { joinCut, readDetails } from './mt940-details.ts';
import type { Details } from './mt940-labels.ts';
import { readMovement } from './mt940-line.ts';
import { PAYMENT_COLUMNS, paymentPlan, paymentRow } from './payment-row.ts';

/** SWIFT MT940 and MT942: account statements and interim reports, several in one file. */
export const mt940: Reader = {
  format: 'mt940',
  extensions: ['.sta', '.mt940', '.940', '.942', '.mt942', '.txt'],
  mediaType: 'text/plain',
  plan: paymentPlan,
  sniff(sample) {
    const text = decodeSample(sample.subarray(0, 16_384), detectEncoding(sample).encoding);
    const marks = [/^[ \t]*:20:/m, /^[ \t]*:25P?:/m, /^[ \t]*:(28C?|60[FM]|61|34F):/m];
    return { confidence: marks.every((mark) => mark.test(text)) ? 1 : 0, why: 'content' };
  },
  async read(chunks, { encoding }) {
    return { columns: PAYMENT_COLUMNS, batches: movements(chunks, encoding) };
  },
};

const LONGEST_LINE = 1_000_000;
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/;

async function* movements(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  const statement = new StatementReader(rows);
  let held = '';
  for await (const piece of decodeStream(chunks, encoding)) {
    const lines = `${held}${piece}`.split(/\r\n|\n|\r(?!$)/);
    held = lines.pop() ?? '';
    for (const line of lines) statement.line(line);
    if (held.length > LONGEST_LINE) {
      statement.line(held);
      held = '';
    }
    yield rows.splice(0);
  }
  statement.line(held.replace(/\r$/, ''));
  statement.flush();
  yield rows.splice(0);
}

interface Field {
  readonly tag: string;
  readonly at: number;
  readonly lines: string[];
  size: number;
}

/** Takes the file line by line and makes a row of each field 61 with the field 86 that follows it. */
class StatementReader {
  readonly #rows: SourceRow[];
  #number = 0;
  #field: Field | null = null;
  #movement: Field | null = null;
  #details: Field | null = null;
  #account = '';
  #currency = '';
  #statement = '';

  constructor(rows: SourceRow[]) {
    this.#rows = rows;
  }

  line(text: string): void {
    this.#number += 1;
    const start = /^\s*(?:\{1:.*\{4:\s*)?:(\d{2}[A-Z]?|NS):(.*)$/.exec(text);
    if (start !== null) {
      this.#end();
      const [, tag = '', rest = ''] = start;
      this.#field = { tag, at: this.#number, lines: [rest.trimEnd()], size: rest.length };
    } else if (/^-\}?/.test(text) && /^-(\}.*)?\s*$/.test(text)) {
      this.flush();
    } else if (this.#field !== null) {
      this.#field.size += text.length;
      if (this.#field.size <= LONGEST_LINE) this.#field.lines.push(text.trimEnd());
    }
  }

  /** At the end of a statement or of the file. */
  flush(): void {
    this.#end();
    this.#row();
  }

  #end(): void {
    const field = this.#field;
    this.#field = null;
    if (field === null) return;
    if (field.tag === '86' || field.tag === 'NS') {
      const isBetter = this.#details === null || (this.#details.tag === 'NS' && field.tag === '86');
      if (this.#movement !== null && isBetter) this.#details = field;
      return;
    }
    this.#row();
    if (field.tag === '61') this.#movement = field;
    else this.#head(field.tag, field.lines[0]?.trim() ?? '');
  }

  #head(tag: string, text: string): void {
    if (tag === '20') {
      this.#account = '';
      this.#currency = '';
      this.#statement = text;
    } else if (tag === '25' || tag === '25P') this.#account = text;
    else if (tag === '28C' || tag === '28') this.#statement = `${this.#statement} ${text}`.trim();
    else if (tag === '60F' || tag === '60M') this.#currency = /^[CD]\d{6}([A-Z]{3})/.exec(text)?.[1] ?? '';
    else if (tag === '34F' && this.#currency === '') this.#currency = /^[A-Z]{3}/.exec(text)?.[0] ?? '';
  }

  #row(): void {
    const movement = this.#movement;
    if (movement === null) return;
    const [first = '', ...more] = movement.lines;
    const details = readDetails(this.#details?.lines ?? [], this.#details?.tag === 'NS');
    const tooLong = movement.size > LONGEST_LINE || (this.#details?.size ?? 0) > LONGEST_LINE;
    const code = tooLong ? 'row-too-long' : 'movement-unreadable';
    this.#movement = null;
    this.#details = null;
    const found = tooLong ? null : readMovement(first);
    if (found === null)
      this.#rows.push({ line: movement.at, cells: [], problem: { code, raw: first.slice(0, 500) } });
    else this.#rows.push(this.#payment(movement.at, found, more, details));
  }

  #payment(
    at: number,
    found: NonNullable<ReturnType<typeof readMovement>>,
    more: readonly string[],
    details: Details,
  ): SourceRow {
    const isAccount = IBAN.test(found.reference);
    const written = joinCut(
      more.filter((line) => line !== ''),
      34,
    );
    const stated = details.account === '' && IBAN.test(written) ? written : '';
    const supplement = stated === '' ? written : '';
    const names = isAccount && details.name === '';
    return paymentRow(at, {
      account: ownAccount(this.#account, this.#currency),
      counterpartyAccount: details.account || (isAccount ? found.reference : stated),
      counterpartyName: names ? supplement : details.name,
      counterpartyBank: details.bank,
      direction: found.direction,
      reversal: found.reversal,
      amount: found.amount,
      currency: this.#currency,
      start: found.entryDate,
      valueDate: found.valueDate,
      purpose: details.purpose,
      reference: [isAccount ? '' : found.reference, details.reference].filter((one) => one !== '').join('; '),
      endToEndId: details.endToEndId,
      bankReference: found.bankReference,
      transactionCode: [found.code, details.code].filter((one) => one !== '').join(' '),
      status: found.expected ? 'expected' : '',
      statement: this.#statement,
      note: names || supplement === details.name ? '' : supplement,
    });
  }
}
