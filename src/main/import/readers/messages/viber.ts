import { decodeSample, detectEncoding } from '../../encoding.ts';
import { isBinary } from '../delimited.ts';
import { detectDialect, splitSample } from '../dialect.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { RecordSplitter } from '../record-splitter.ts';
import { chatLines, headOf, spokenBy } from './chat-lines.ts';
import {
  accountParty,
  CHAT_COLUMNS,
  chatPlan,
  chatRow,
  numberedParty,
  type Party,
  partyNamed,
} from './chat-table.ts';
import { stream } from './stream.ts';
import { hasDateAtStart } from './text-start.ts';
import { textOf } from './whatsapp.ts';

const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?(\s?[ap]\.?m\.?)?$/i;
const NUMBER = /^\+?[\d\s()-]{7,}$/;

/**
 * Chat exports of Viber: tables without a header (date, time, name, number, text) and texts with a message a line.
 * The table has no sign of its own; the order of its cells is one.
 */
export const viber: Reader = {
  format: 'viber',
  extensions: ['.csv', '.txt'],
  mediaType: 'text/plain',
  plan: () => chatPlan('Viber'),
  sniff(sample, fileName) {
    if (!hasDateAtStart(sample)) return { confidence: 0, why: 'notTable' };
    if (isBinary(sample.subarray(0, 65_536))) return { confidence: 0, why: 'binary' };
    const text = decodeSample(
      sample.subarray(0, 65_536),
      detectEncoding(sample.subarray(0, 65_536)).encoding,
    );
    const isNamed = /viber/i.test(fileName) || /viber/i.test(text.slice(0, 300));
    const share = Math.max(tableShare(text), isNamed ? textShare(text) : 0);
    if (share > 0.8) return { confidence: 1, why: 'content' };
    return { confidence: share > 0.3 && isNamed ? 1 : 0, why: share > 0.3 ? 'content' : 'notTable' };
  },
  async read(chunks, specification, fileName) {
    const text = await textOf(chunks, specification.encoding, fileName);
    const said = isTable(text) ? tableMessages(text) : textMessages(text);
    return { columns: CHAT_COLUMNS, batches: stream(rowsOf(said, fileName)) };
  },
};

interface Said {
  readonly line: number;
  readonly time: string;
  readonly from: Party | null;
  readonly text: string;
  /** Why it cannot be read. */
  readonly problem: string | null;
}

const isTable = (text: string): boolean => tableShare(text) >= textShare(text);

function isMessage(cells: readonly string[]): boolean {
  const [date = '', clock = ''] = cells.map((cell) => cell.trim());
  return cells.length >= 5 && DATE.test(date) && CLOCK.test(clock) && NUMBER.test((cells[3] ?? '').trim());
}

function tableShare(text: string): number {
  const { delimiter, quote } = detectDialect(text.slice(0, 20_000));
  const rows = splitSample(text.slice(0, 20_000), delimiter, quote).slice(0, 50);
  return rows.length === 0 ? 0 : rows.filter(isMessage).length / rows.length;
}

function textShare(text: string): number {
  const lines = text.split('\n', 100).filter((line) => line.trim() !== '');
  return lines.length === 0 ? 0 : lines.filter((line) => headOf(line) !== null).length / lines.length;
}

function tableMessages(text: string): Said[] {
  const { delimiter, quote } = detectDialect(text.slice(0, 20_000));
  const splitter = new RecordSplitter({ delimiter, quote });
  return [...splitter.push(text), ...splitter.end()].flatMap(({ line, cells, problem }): Said[] => {
    if (problem !== null) return [{ line, time: '', from: null, text: problem.raw, problem: problem.code }];
    const [date = '', clock = '', name = '', number = '', ...rest] = cells.map((cell) => cell.trim());
    if (DATE.test(date)) {
      const from = NUMBER.test(number) ? numberedParty(number, name) : name === '' ? null : partyNamed(name);
      return [{ line, time: `${date} ${clock}`, from, text: rest.join(delimiter), problem: null }];
    }
    const isHeader = line === 1 && cells.every((cell) => !/\d/.test(cell));
    return isHeader
      ? []
      : [{ line, time: '', from: null, text: cells.join(delimiter), problem: 'message-without-head' }];
  });
}

const WITH_NUMBER = /^(.*?)\s*[([](\+?[\d\s-]{7,})[)\]]$/u;

function textMessages(text: string): Said[] {
  const said: Said[] = [];
  for (const { line, time, rest } of chatLines(text)) {
    const spoken = spokenBy(rest);
    if (time === '') said.push({ line, time, from: null, text: rest, problem: 'message-without-head' });
    else if (spoken === null) said.push({ line, time, from: null, text: rest, problem: null });
    else {
      const [, name = '', number = ''] = WITH_NUMBER.exec(spoken.name) ?? [];
      const from = number === '' ? partyNamed(spoken.name) : numberedParty(number, name);
      said.push({ line, time, from, text: spoken.text, problem: null });
    }
  }
  return said;
}

const keyOf = ({ name, phone }: Party): string => phone.replace(/\D/g, '') || name.toLowerCase();

/** Two who write are each other's recipients; of more it is the chat, which only the name of the file names. */
function rowsOf(said: readonly Said[], fileName: string): SourceRow[] {
  const parties = new Map(said.flatMap(({ from }) => (from === null ? [] : [[keyOf(from), from] as const])));
  const chat = fileName.replace(/\.\w+$/, '').replace(/^.*?(viber|messages)[\s_-]*/i, '') || fileName;
  const group = parties.size > 2 ? accountParty(chat, '') : null;
  const other = (from: Party | null): Party | null =>
    from === null ? null : ([...parties].find(([key]) => key !== keyOf(from))?.[1] ?? null);
  return said.map(({ line, time, from, text, problem }) => {
    if (problem !== null) return { line, cells: [], problem: { code: problem, raw: text.slice(0, 200) } };
    return chatRow({
      line,
      time,
      from,
      to: group ?? other(from),
      chat,
      id: '',
      kind: from === null ? 'system' : 'text',
      text,
      attachments: '',
      repliesTo: '',
      forwardedFrom: '',
    });
  });
}
