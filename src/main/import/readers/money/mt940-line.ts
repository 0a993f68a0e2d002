/** Field 61 of a statement: one movement. */
export interface MovementLine {
  readonly valueDate: string;
  readonly entryDate: string;
  readonly direction: 'in' | 'out';
  readonly reversal: boolean;
  readonly expected: boolean;
  /** With a point as decimal mark. */
  readonly amount: string;
  readonly code: string;
  readonly reference: string;
  readonly bankReference: string;
}

const LINE = /^(\d{6})(\d{4})?(R[CD]|E[CD]|[CD])([A-Z])?(\d*,\d*|\d+)([NSF][A-Z\d]{3})?(.*)$/;

/** Null where the line has not the form of the standard or a date that does not exist. */
export function readMovement(text: string): MovementLine | null {
  const match = LINE.exec(text);
  if (match === null) return null;
  const [, value = '', entry = '', mark = '', , amount = '', code = '', rest = ''] = match;
  const valueDate = dateOf(value);
  const entryDate = entry === '' ? valueDate : entryDateOf(valueDate, entry);
  if (valueDate === null || entryDate === null || !/\d/.test(amount)) return null;
  const [reference = '', bankReference = ''] = splitOnce(rest, '//');
  const credit = mark.endsWith('C');
  const reversal = mark.startsWith('R');
  return {
    valueDate,
    entryDate,
    direction: credit !== reversal ? 'in' : 'out',
    reversal,
    expected: mark.startsWith('E'),
    amount: amount.replace(',', '.').replace(/^\./, '0.'),
    code,
    reference: /^(NONREF|[A-Z]REF\+)$/.test(reference.trim()) ? '' : reference.trim(),
    bankReference: bankReference.trim(),
  };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function dateOf(text: string): string | null {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  return existing((year ?? 0) + ((year ?? 0) >= 80 ? 1900 : 2000), month ?? 0, day ?? 0);
}

/** Month and day alone: of the year of the value date, or of its neighbour where the turn of the year lies between. */
function entryDateOf(valueDate: string | null, text: string): string | null {
  if (valueDate === null) return null;
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(2, 4))];
  const apart = month - Number(valueDate.slice(5, 7));
  const turn = apart > 6 ? -1 : apart < -6 ? 1 : 0;
  return existing(Number(valueDate.slice(0, 4)) + turn, month, day);
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? date.toISOString().slice(0, 10) : null;
}
