import { NO_EVENT, type RowFilter, type ValueSource } from '../../contract/import.ts';
import { isCoin } from '../../core/money.ts';
import type { Columns, EntityMapping, TableKind } from './suggest-parts.ts';
import { identified } from './suggest-parts.ts';

const CREDIT_WORDS = [
  'c',
  'cr',
  'crdt',
  'credit',
  'k',
  'kt',
  'к',
  'кт',
  'кр',
  'кредит',
  'надходження',
  'зарахування',
  'приход',
  'прихід',
  'поступление',
  'зачисление',
  'incasare',
  'încasare',
  'intrare',
  'in',
  '+',
  'ma',
  'uznanie',
  'wpływ',
  'j',
  'jóváírás',
  'bejövő',
];

export const isMinus = (text: string): boolean => /^\s*([A-Z]{3}|[$€£₴₽])?\s*[-−–(]|[-−–]\s*$/.test(text);
const NOUGHT = '[-+–—]?[0.,\\s]*';
/** Of two sums with a bar between them the one that is not nought; two that are not stay what nobody can read. */
export const ONE_OF_TWO = `^(?:${NOUGHT}\\|)?(.+?)(?:\\|${NOUGHT})?$`;

const OF_STATEMENTS = [
  'counterparty',
  'counterpartyAccount',
  'debitOrCredit',
  'balance',
  'account',
  'cardNumber',
] as const;

/** A quantity is money only of coins. */
export function isOfGoods(columns: Columns): boolean {
  const header = columns.guesses.find(({ field }) => field === 'amount')?.column ?? '';
  if (!/^(quantity|qty)$/i.test(header)) return false;
  return !columns.examples('currency').some((one) => isCoin(one.toUpperCase()));
}

interface Money {
  readonly amount: ValueSource;
  readonly currency: ValueSource | null;
  /** What says that money came in; null where nothing does. */
  readonly direction: { value: ValueSource; incoming: string[] } | null;
}

/** Movements of one account: a debit and a credit column, a mark beside the sum, or its sign say which way. */
export const statements: TableKind = {
  name: 'statements',
  matches(columns) {
    const hasMoney = columns.has('debit', 'credit') || columns.has('amount');
    const isAccount = columns.has('debit', 'credit') || OF_STATEMENTS.some((field) => columns.has(field));
    const isPairwise = columns.has('senderAccount', 'recipientAccount') || columns.has('caller', 'called');
    const hasDay = columns.has('start') || columns.has('date');
    return hasMoney && isAccount && hasDay && !isPairwise && !columns.has('plate') && !isOfGoods(columns);
  },
  plan(columns, fileTitle) {
    const money = moneyOf(columns);
    const entities: EntityMapping[] = [ownAccount(columns, fileTitle)];
    const others = otherParty(columns);
    entities.push(...others.entities);
    const event = {
      ...NO_EVENT,
      type: 'payment' as const,
      from: 'account',
      to: others.to,
      ...(others.toElse === null ? {} : { toElse: others.toElse }),
      start: columns.start(),
      amount: money.amount,
      currency: money.currency,
      direction: money.direction,
      properties: { ...columns.properties({ purpose: 'purpose', balance: 'balance' }), ...columns.rest() },
    };
    return { entities, links: others.links, events: [event] };
  },
};

/** A nameless column of several accounts is the other side's; of one account it is the own. */
function isOwnSender(columns: Columns): boolean {
  return columns.has('senderAccount') && columns.examples('senderAccount').length === 1;
}

function ownAccount(columns: Columns, fileTitle: string): EntityMapping {
  const own = columns.value('account') ?? (isOwnSender(columns) ? columns.value('senderAccount') : null);
  if (own !== null) return identified('account', 'bank_account', 'iban', own, true);
  if (columns.titles.account !== null) {
    const stated = { columns: [], constant: columns.titles.account };
    return identified('account', 'bank_account', 'iban', stated, true);
  }
  const card = columns.value('cardNumber');
  if (card !== null) return identified('account', 'payment_card', 'card-number', card, false);
  const label = { columns: [], constant: fileTitle };
  return { name: 'account', type: 'bank_account', identifiers: [], label, properties: {}, required: true };
}

/** Apostrophes keep a spreadsheet from rounding an account number; they are no part of it. */
function bare(account: ValueSource): ValueSource {
  return { ...account, replace: [{ from: "'", to: '' }] };
}

function otherParty(columns: Columns): {
  entities: EntityMapping[];
  links: { from: string; to: string; type: 'owns'; strength: 'unconfirmed' }[];
  to: string | null;
  toElse: string | null;
} {
  const account =
    columns.value('counterpartyAccount') ??
    columns.value('recipientAccount') ??
    (columns.has('account') || !isOwnSender(columns) ? columns.value('senderAccount') : null);
  const name =
    columns.value('counterparty') ??
    columns.joined('recipientName', 'senderName') ??
    columns.value('fullName');
  const entities: EntityMapping[] = [];
  if (account !== null) entities.push(identified('other', 'bank_account', 'iban', bare(account), false));
  if (name !== null) {
    const party = { identifiers: [], label: name, byLegalForm: true, properties: {}, required: false };
    entities.push({ name: 'party', type: 'person', ...party });
  }
  const isOwned = account !== null && name !== null;
  const link = { from: 'party', to: 'other', type: 'owns', strength: 'unconfirmed' } as const;
  const to = account !== null ? 'other' : name !== null ? 'party' : null;
  return { entities, links: isOwned ? [link] : [], to, toElse: isOwned ? 'party' : null };
}

function moneyOf(columns: Columns): Money {
  const debit = columns.value('debit');
  const credit = columns.value('credit');
  if (debit !== null && credit !== null) return twoColumns(columns, debit, credit);
  const amount = columns.value('amount') ?? { columns: [] };
  const currency = columns.value('currency');
  const mark = columns.value('debitOrCredit');
  if (mark !== null)
    return {
      amount: unsigned(columns, 'amount', amount),
      currency,
      direction: { value: mark, incoming: CREDIT_WORDS },
    };
  return { ...signed(columns, amount), currency };
}

const OF_TRANSACTION = /transa[ck]|tranzac|операц|транзакц|original/i;

/** Debit and credit are in the account's currency; one of the transaction belongs to a sum of its own beside them. */
function currencyOfTwo(columns: Columns): ValueSource | null {
  const header = columns.guesses.find(({ field }) => field === 'currency')?.column ?? '';
  const isOne = columns.examples('currency').length <= 1;
  const isOther = columns.has('amount') && !isOne && OF_TRANSACTION.test(header);
  return isOther ? null : columns.value('currency');
}

/**
 * One of the two is filled, the other blank or nought; a row with both stays two numbers with a bar between them, which
 * nobody can read as an amount.
 */
function twoColumns(columns: Columns, debit: ValueSource, credit: ValueSource): Money {
  const isTakenOff = [...columns.examples('debit')].every((one) => isMinus(one) || /^[0.,\s]*$/.test(one));
  const extract = isTakenOff ? `^(?:${NOUGHT}\\|)?[-−–(]?(.+?)[-−–)]?(?:\\|${NOUGHT})?$` : ONE_OF_TWO;
  return {
    amount: { columns: [...debit.columns, ...credit.columns], joiner: '|', extract },
    currency: currencyOfTwo(columns),
    direction: {
      value: { ...credit, extract: '[1-9]' },
      incoming: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    },
  };
}

/** A minus says that money went out; what has none came in. Where no row has one the sums say nothing of the way. */
function signed(columns: Columns, amount: ValueSource): Omit<Money, 'currency'> {
  if (!columns.examples('amount').some(isMinus)) return { amount, direction: null };
  const value = { ...amount, extract: '^\\s*(?:[A-Z]{3}|[$€£₴₽])?\\s*[-−–(]|[-−–]\\s*$' };
  return { amount: unsigned(columns, 'amount', amount), direction: { value, incoming: [''] } };
}

function unsigned(columns: Columns, field: 'amount', amount: ValueSource): ValueSource {
  const hasSign = columns.examples(field).some((one) => isMinus(one) || /^\s*\+/.test(one));
  return hasSign
    ? { ...amount, extract: '^(?:[-−–+(]|[$€£₴₽](?=[-−–]))?[-−–]?\\s*(.*?)\\s*[-−–)]?$' }
    : amount;
}

const BALANCE_ROWS =
  '^#?\\s*([Ss]old(ul)? (ini[tț]ial|final|precedent)|([Oo]pening|[Cc]losing) [Bb]alance|[Bb]alance (brought|carried) forward|([Пп]очатковий|[Кк]інцевий|[Вв]хідний|[Вв]ихідний) залишок|([Вв]ходящий|[Ии]сходящий|[Нн]ачальный|[Кк]онечный) остаток|[Ss]aldo (początkowe|końcowe)|([Nn]yitó|[Zz]áró) egyenleg)';

/** What an account held before and after stands among its movements at some banks, with a date and a sum: it is none. */
export function withoutBalances(columns: Columns): RowFilter | null {
  const pattern = new RegExp(BALANCE_ROWS, 'u');
  const found = columns.guesses.find(
    ({ field, examples }) =>
      (field === null || field === 'purpose' || field === 'counterparty') &&
      examples.some((one) => pattern.test(one)),
  );
  if (found === undefined) return null;
  return { column: found.column, test: 'matches', text: BALANCE_ROWS, rows: 'drop' };
}
