import { NO_EVENT, type ValueSource } from '../../contract/import.ts';
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
];

interface Money {
  readonly amount: ValueSource;
  /** What says that money came in; null where nothing does. */
  readonly direction: { value: ValueSource; incoming: string[] } | null;
}

/** Movements of one account: a debit and a credit column, a mark beside the sum, or its sign say which way. */
export const statements: TableKind = {
  name: 'statements',
  matches(columns) {
    const hasMoney = columns.has('debit', 'credit') || columns.has('amount');
    const isAccount =
      columns.has('debit', 'credit') ||
      (['counterparty', 'counterpartyAccount', 'debitOrCredit', 'balance', 'account'] as const).some(
        (field) => columns.has(field),
      );
    const isPairwise = columns.has('senderAccount', 'recipientAccount') || columns.has('caller', 'called');
    const hasDay = columns.has('start') || columns.has('date');
    return hasMoney && isAccount && hasDay && !isPairwise && !columns.has('plate');
  },
  plan(columns, fileTitle) {
    const money = moneyOf(columns);
    const own = columns.value('account') ?? columns.value('senderAccount');
    const entities: EntityMapping[] = [ownAccount(own, fileTitle)];
    const others = otherParty(columns);
    entities.push(...others.entities);
    const event = {
      ...NO_EVENT,
      type: 'payment' as const,
      from: 'account',
      to: others.to,
      start: columns.start(),
      amount: money.amount,
      currency: columns.value('currency'),
      direction: money.direction,
      properties: { ...columns.properties({ purpose: 'purpose', balance: 'balance' }), ...columns.rest() },
    };
    return { entities, links: others.links, events: [event] };
  },
};

function ownAccount(own: ValueSource | null, fileTitle: string): EntityMapping {
  if (own !== null) return identified('account', 'bank_account', 'iban', own, true);
  const label = { columns: [], constant: fileTitle };
  return { name: 'account', type: 'bank_account', identifiers: [], label, properties: {}, required: true };
}

function otherParty(columns: Columns): {
  entities: EntityMapping[];
  links: { from: string; to: string; type: 'owns'; strength: 'unconfirmed' }[];
  to: string | null;
} {
  const account = columns.value('counterpartyAccount') ?? columns.value('recipientAccount');
  const name = columns.value('counterparty') ?? columns.value('recipientName') ?? columns.value('senderName');
  const entities: EntityMapping[] = [];
  if (account !== null) entities.push(identified('other', 'bank_account', 'iban', account, false));
  if (name !== null) {
    const party = { identifiers: [], label: name, byLegalForm: true, properties: {}, required: false };
    entities.push({ name: 'party', type: 'person', ...party });
  }
  const isOwned = account !== null && name !== null;
  const link = { from: 'party', to: 'other', type: 'owns', strength: 'unconfirmed' } as const;
  const to = account !== null ? 'other' : name !== null ? 'party' : null;
  return { entities, links: isOwned ? [link] : [], to };
}

function moneyOf(columns: Columns): Money {
  const debit = columns.value('debit');
  const credit = columns.value('credit');
  if (debit !== null && credit !== null) return twoColumns(columns, debit, credit);
  const amount = columns.value('amount') ?? { columns: [] };
  const mark = columns.value('debitOrCredit');
  if (mark !== null)
    return {
      amount: unsigned(columns, 'amount', amount),
      direction: { value: mark, incoming: CREDIT_WORDS },
    };
  return signed(columns, amount);
}

/**
 * One of the two is filled, the other blank or nought; a row with both stays two numbers with a bar between them, which
 * nobody can read as an amount.
 */
function twoColumns(columns: Columns, debit: ValueSource, credit: ValueSource): Money {
  const isMinus = [...columns.examples('debit')].every((one) => /^[-−(]|[-−]$|^[0.,\s]*$/.test(one));
  const sign = isMinus ? '[-−(]?' : '';
  const nought = '[-+–—]?[0.,\\s]*';
  const extract = `^(?:${nought}\\|)?${sign}(.+?)${isMinus ? '[-−)]?' : ''}(?:\\|${nought})?$`;
  return {
    amount: { columns: [...debit.columns, ...credit.columns], joiner: '|', extract },
    direction: {
      value: { ...credit, extract: '[1-9]' },
      incoming: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    },
  };
}

/** A minus says that money went out; what has none came in. Where no row has one the sums say nothing of the way. */
function signed(columns: Columns, amount: ValueSource): Money {
  const hasMinus = columns.examples('amount').some((one) => /^\s*[-−(]|[-−]\s*$/.test(one));
  if (!hasMinus) return { amount, direction: null };
  const value = { ...amount, extract: '^\\s*[-−(]|[-−]\\s*$' };
  return { amount: unsigned(columns, 'amount', amount), direction: { value, incoming: [''] } };
}

function unsigned(columns: Columns, field: 'amount', amount: ValueSource): ValueSource {
  const hasSign = columns.examples(field).some((one) => /^\s*[-−+(]|[-−]\s*$/.test(one));
  return hasSign ? { ...amount, extract: '^[-−+(]?\\s*(.*?)\\s*[-−)]?$' } : amount;
}
