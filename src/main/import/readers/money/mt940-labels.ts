import { normaliseIdentifier } from '../../../../core/identifiers/index.ts';

/** What field 86 says of a movement, in whichever of the banks' ways it was written. */
export interface Details {
  readonly purpose: string;
  readonly name: string;
  readonly account: string;
  readonly bank: string;
  readonly endToEndId: string;
  readonly reference: string;
  readonly code: string;
}

/** Words with a colon that banks write inside their free text, and what follows them. */
const LABELS: Readonly<Record<string, 'account' | 'bank' | 'name' | 'purpose' | 'reference'>> = {
  'Z RACH.': 'account',
  'NA RACH.': 'account',
  OD: 'name',
  DLA: 'name',
  'TYT.': 'purpose',
  TNR: 'reference',
  IBAN: 'account',
  REK: 'account',
  BIC: 'bank',
  NAAM: 'name',
  NAME: 'name',
  OMSCHRIJVING: 'purpose',
  KENMERK: 'reference',
};
const LABEL =
  /(?:^|[;\s/])(Z RACH\.|NA RACH\.|OD|DLA|TYT\.|TNR|IBAN|REK|BIC|NAAM|NAME|OMSCHRIJVING|KENMERK):\s*/;

/** Polish and Dutch banks: null where the text gives no account behind such a word. */
export function labelledDetails(text: string): Partial<Details> | null {
  const pieces = text.split(new RegExp(LABEL.source, 'g'));
  const found: Partial<Record<keyof Details, string>> = {};
  for (let at = 1; at + 1 < pieces.length; at += 2) {
    const field = LABELS[pieces[at] ?? ''];
    const value = (pieces[at + 1] ?? '').replace(/[;\s/]+$/, '').trim();
    if (field !== undefined && value !== '') found[field] ??= value;
  }
  const account = accountIn(found.account ?? '');
  if (account === '') return null;
  const opening = (pieces[0] ?? '').replace(/[;\s/]+$/, '').trim();
  const purpose = [opening, found.purpose ?? ''].filter((part) => part !== '').join('; ');
  return { ...found, account, purpose };
}

function accountIn(text: string): string {
  const plain =
    /^[A-Z]{0,2}[\d ]{8,40}|^[A-Z]{2}\d{2}[A-Z\d ]{11,40}/.exec(text)?.[0].replaceAll(' ', '') ?? '';
  const polish = `PL${plain}`;
  const isPolish = /^\d{26}$/.test(plain) && normaliseIdentifier('iban', polish).check === 'valid';
  return isPolish ? polish : plain;
}

/** Hungarian banks: a line of reference, one of the account (16 or 24 digits), one of the name, then the text. */
export function linedDetails(lines: readonly string[]): Partial<Details> | null {
  const [reference = '', account = '', name = '', ...more] = lines.map((line) => line.trim());
  if (!/^(\d{16}|\d{24})$/.test(account) || reference === '') return null;
  return { reference, account, name, purpose: more.filter((line) => line !== '').join(' ') };
}

/** Field NS: lines that begin with a number; 01 to 14 the purpose, 15 and 16 the other side, 33 and 34 its account. */
export function numberedLines(lines: readonly string[]): Partial<Details> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const number = /^\d\d/.exec(line)?.[0];
    if (number !== undefined) fields.set(number, line.slice(2).trim());
  }
  const between = (from: number, to: number): string =>
    [...fields]
      .filter(([number, text]) => Number(number) >= from && Number(number) <= to && text !== '')
      .map(([, text]) => text)
      .join(' ');
  const [bank, account] = [between(33, 33), between(34, 34)];
  const isHungarian = /^\d{8}$/.test(bank) && /^\d{16}$/.test(account);
  return {
    purpose: between(1, 14),
    name: between(15, 16),
    account: isHungarian ? `${bank}${account}` : account,
    bank: isHungarian ? '' : bank,
    code: between(17, 17),
  };
}
