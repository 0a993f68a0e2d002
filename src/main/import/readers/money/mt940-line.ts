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

const LINE =
  /^(\d{6})(\d{4})?(R[CD]|E[CD]|[CD])([A-Z])?(\d{1,3}(?:\.\d{3})+,\d*|\d*[.,]\d*|\d+)(?![.,\d])([NSF][A-Z\d ]{3})?(.*)$/;

/** Null where the line has not the form of the standard or a date that does not exist. */
export function readMovement(text: string): MovementLine | null {
  const match = LINE.exec(text);
  if (match === null) return null;
  const [, value = '', entry = '', mark = '', , amount = '', code = '', rest = ''] = match;
  const entryDate = entry === '' ? dateOf(value) : entryDateOf(value, entry);
  if (entryDate === null || !/\d/.test(amount)) return null;
  const [reference = '', bankReference = ''] = splitOnce(rest, '//');
  const credit = mark.endsWith('C');
  const reversal = mark.startsWith('R');
  return {
    valueDate: dateOf(value) ?? value,
    entryDate,
    direction: credit !== reversal ? 'in' : 'out',
    reversal,
    expected: mark.startsWith('E'),
    amount: amount
      .replace(/\.(?=.*,)/g, '')
      .replace(',', '.')
      .replace(/^\./, '0.'),
    code: code.trim(),
    reference: /^(NONREF|EREF|MARF|PREF|[A-Z]REF\+)$/.test(reference.trim()) ? '' : reference.trim(),
    bankReference: bankReference.trim(),
  };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function dateOf(text: string): string | null {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  return existing(fullYear(year ?? 0), month ?? 0, day ?? 0);
}

/**
 * Month and day alone: of the year of the value date, or of its neighbour where the turn of the year lies between. Value
 * dates count thirty days in every month at some banks: one that does not exist stays as written.
 */
function entryDateOf(value: string, text: string): string | null {
  const [year, valueMonth] = [fullYear(Number(value.slice(0, 2))), Number(value.slice(2, 4))];
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(2, 4))];
  if (valueMonth < 1 || valueMonth > 12 || !isDayOfBank(value)) return null;
  const apart = month - valueMonth;
  const turn = apart > 6 ? -1 : apart < -6 ? 1 : 0;
  return existing(year + turn, month, day);
}

function isDayOfBank(value: string): boolean {
  return dateOf(value) !== null || /^\d\d02(29|30)$/.test(value);
}

function fullYear(year: number): number {
  return year + (year >= 80 ? 1900 : 2000);
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? date.toISOString().slice(0, 10) : null;
}
