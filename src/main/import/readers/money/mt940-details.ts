import { type Details, labelledDetails, linedDetails, numberedLines } from './mt940-labels.ts';

const NOTHING: Details = {
  purpose: '',
  name: '',
  account: '',
  bank: '',
  endToEndId: '',
  reference: '',
  code: '',
};
const FULL_LINE = 65;
const FULL_SUBFIELD = 27;
const IBAN = '[A-Z]{2}\\d{2}[A-Z\\d]{11,30}';

/** Structured by numbered subfields (?20 …), by words between slashes (/NAME/ …), or free text. */
export function readDetails(lines: readonly string[], isNumbered = false): Details {
  if (isNumbered) return { ...NOTHING, ...numberedLines(lines) };
  const [first = ''] = lines;
  const numbered = /^(\d{3})?([?~^<>!@|+])(\d\d)/.exec(first);
  if (numbered?.[2] !== undefined) return numberedDetails(lines.join(''), numbered[1] ?? '', numbered[2]);
  if (new RegExp(`^/?${SLASH_WORD.source}`).test(first)) return slashDetails(lines.join(''));
  const told = linedDetails(lines) ?? labelledDetails(joinCut(lines, FULL_LINE));
  return told === null ? plainDetails(lines) : { ...NOTHING, ...told };
}

/** A line or subfield that is full was cut anywhere, also inside a word. */
export function joinCut(parts: readonly string[], full: number): string {
  let text = '';
  parts.forEach((part, at) => {
    const before = parts[at - 1];
    const isCut = before !== undefined && before.length >= full;
    text += text === '' || isCut ? part : ` ${part}`;
  });
  return text.replace(/\s+/g, ' ').trim();
}

function numberedDetails(text: string, code: string, mark: string): Details {
  const fields = new Map<string, string>();
  const pieces = text.slice(code.length).split(mark);
  let last = '';
  for (const piece of pieces.slice(1)) {
    const number = /^\d\d/.exec(piece)?.[0];
    if (number === undefined) fields.set(last, `${fields.get(last) ?? ''}${mark}${piece}`);
    else {
      last = number;
      fields.set(number, `${fields.get(number) ?? ''}${piece.slice(2)}`);
    }
  }
  const range = (from: number, to: number): string[] =>
    [...fields]
      .filter(([number]) => Number(number) >= from && Number(number) <= to)
      .map(([, value]) => value);
  const tagged = plusDetails(joinCut([...range(20, 29), ...range(60, 69)], FULL_SUBFIELD));
  const field = (number: string): string => (fields.get(number) ?? '').trim();
  return {
    ...tagged,
    name: joinCut(range(32, 33), FULL_SUBFIELD) || tagged.name,
    account: field('38') || field('31') || tagged.account,
    bank: field('30') || tagged.bank,
    code: [code, field('00')].filter((part) => part !== '').join(' '),
  };
}

const PLUS_WORD = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|RTRN|PURP|MTLG)\+/g;

/** The words of German banks inside the purpose: EREF+ for the end-to-end id, SVWZ+ for the text itself. */
function plusDetails(text: string): Details {
  const [before = '', ...pairs] = text.replaceAll('MTLG:', 'MTLG+').split(PLUS_WORD);
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2) found.set(pairs[at] ?? '', (pairs[at + 1] ?? '').trim());
  const value = (word: string): string => found.get(word) ?? '';
  const references = ['KREF', 'MREF', 'CRED', 'DEBT', 'RTRN', 'PURP'].filter((word) => value(word) !== '');
  return {
    ...NOTHING,
    purpose: [before.trim(), value('SVWZ'), value('MTLG')].filter((part) => part !== '').join(' '),
    name: value('ABWA') || value('ABWE'),
    account: value('IBAN'),
    bank: value('BIC'),
    endToEndId: value('EREF').replace(/^NOTPROVIDED$/, ''),
    reference: references.map((word) => `${word} ${value(word)}`).join('; '),
  };
}

const SLASH_WORD =
  /\/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|ORDP|BENM|ADDR|TRCD|PREF|RTRN|SVCL|ISDT|CNTP|PURP|ULTD|ULTB|ULTC|RREF|IREF|NRTX|OCMT|CHGS|EXCH)\//;

function slashDetails(text: string): Details {
  const pieces = `/${text.replace(/^\//, '')}`.split(new RegExp(SLASH_WORD.source, 'g'));
  const found = new Map<string, string>();
  for (let at = 1; at + 1 < pieces.length; at += 2) {
    const word = pieces[at] ?? '';
    if (!found.has(word)) found.set(word, (pieces[at + 1] ?? '').replace(/^\/+|\/+$/g, '').trim());
  }
  const value = (word: string): string => found.get(word) ?? '';
  const [account = '', bank = '', name = ''] = value('CNTP').split('/');
  const references = ['MARF', 'CSID', 'PREF', 'RREF', 'IREF'].filter((word) => value(word) !== '');
  return {
    purpose: value('REMI').replace(/^(USTD\/+|STRD\/(CUR\/)?)/, ''),
    name: value('NAME') || name || value('ORDP') || value('BENM'),
    account: value('IBAN') || account,
    bank: value('BIC') || bank,
    endToEndId: value('EREF').replace(/^NOTPROVIDED$/, ''),
    reference: references.map((word) => `${word} ${value(word)}`).join('; '),
    code: [value('TRTP'), value('TRCD'), value('RTRN')].filter((part) => part !== '').join(' '),
  };
}

/** Free text; where it opens with an account number and a name, these are the other side. */
function plainDetails(lines: readonly string[]): Details {
  const opening = new RegExp(`^(${IBAN})(?:\\s+(.+))?$`).exec(lines[0]?.trim() ?? '');
  const written = (opening === null ? lines : lines.slice(1)).filter((line) => line.trim() !== '');
  return {
    ...NOTHING,
    account: opening?.[1] ?? '',
    name: opening?.[2] ?? '',
    purpose: joinCut(written, FULL_LINE),
  };
}
