import { type EventMapping, NO_EVENT, type ValueSource } from '../../../../contract/import.ts';
import type { ColumnField } from '../../header-words.ts';
import type { EntityMapping } from '../../suggest-parts.ts';
import type { FixedPlan, SourceRow } from '../reader.ts';

/** Columns of an account statement, whatever its format; they become properties of the payment unless used otherwise. */
export const PAYMENT_COLUMNS = [
  'account',
  'accountOwner',
  'counterpartyAccount',
  'counterpartyOwner',
  'counterpartyName',
  'counterpartyKind',
  'counterpartyBank',
  'counterpartyAddress',
  'counterpartyId',
  'direction',
  'amount',
  'currency',
  'start',
  'valueDate',
  'purpose',
  'reference',
  'endToEndId',
  'bankReference',
  'transactionCode',
  'status',
  'reversal',
  'batchTotal',
  'batchCount',
  'batchDifference',
  'originalAmount',
  'charges',
  'statement',
  'note',
] as const;
type PaymentColumn = (typeof PAYMENT_COLUMNS)[number];

/** One movement of an account. `direction` is where the money went, a reversal included. */
export interface Payment extends Partial<Record<Exclude<PaymentColumn, 'direction' | 'reversal'>, string>> {
  readonly direction: 'in' | 'out' | null;
  readonly reversal: boolean;
}

const AMOUNT = /^\d{1,15}(\.\d*)?$/;

/**
 * A row of a statement. What the mapping would read as another amount than the file says is given up here: a sign beside
 * the mark for debit or credit, a comma, a movement without direction. A party without an account stands for itself,
 * one with an account owns it.
 */
export function paymentRow(line: number, payment: Payment): SourceRow {
  const amount = payment.amount ?? '';
  const problem = problemOf(payment, amount);
  if (problem !== null) return { line, cells: [], problem };
  const hasAccount = (payment.counterpartyAccount ?? '') !== '';
  const name = payment.counterpartyName ?? '';
  const cells: Record<string, string> = {
    ...payment,
    direction: payment.direction ?? '',
    reversal: payment.reversal ? 'yes' : '',
    amount: amount.replace(/\.$/, ''),
    counterpartyKind: hasAccount ? 'bank_account' : '',
    counterpartyOwner: hasAccount ? name : '',
    counterpartyName: hasAccount ? '' : name,
  };
  return { line, cells: PAYMENT_COLUMNS.map((column) => cells[column] ?? ''), problem: null };
}

function problemOf(payment: Payment, amount: string): SourceRow['problem'] {
  const raw = (): string =>
    [payment.start, amount, payment.currency, payment.counterpartyName, payment.purpose]
      .filter((part) => part !== undefined && part !== '')
      .join(' | ');
  if (amount !== '' && !AMOUNT.test(amount)) return { code: 'amount-unreadable', raw: raw() };
  return payment.direction === null ? { code: 'direction-missing', raw: raw() } : null;
}

const column = (name: PaymentColumn): ValueSource => ({ columns: [name] });

const OWNER = { byLegalForm: true, identifiers: [], properties: {}, required: false };
const ENTITIES: EntityMapping[] = [
  {
    name: 'account',
    type: 'bank_account',
    identifiers: [{ kind: 'iban', value: column('account') }],
    properties: {},
    required: true,
  },
  { name: 'accountOwner', type: 'person', label: column('accountOwner'), ...OWNER },
  {
    name: 'counterparty',
    type: 'person',
    typeFrom: column('counterpartyKind'),
    byLegalForm: true,
    identifiers: [{ kind: 'iban', value: column('counterpartyAccount') }],
    label: column('counterpartyName'),
    properties: {},
    required: false,
  },
  { name: 'counterpartyOwner', type: 'person', label: column('counterpartyOwner'), ...OWNER },
];

const PROPERTIES: readonly PaymentColumn[] = [
  'purpose',
  'reference',
  'endToEndId',
  'bankReference',
  'transactionCode',
  'counterpartyBank',
  'counterpartyAddress',
  'counterpartyId',
  'valueDate',
  'status',
  'reversal',
  'batchTotal',
  'batchCount',
  'batchDifference',
  'originalAmount',
  'charges',
  'statement',
  'note',
];

const PAYMENT: EventMapping = {
  ...NO_EVENT,
  type: 'payment',
  from: 'account',
  to: 'counterparty',
  start: column('start'),
  amount: column('amount'),
  currency: column('currency'),
  direction: { value: column('direction'), incoming: ['in'] },
  properties: Object.fromEntries(PROPERTIES.map((name) => [name, column(name)])),
};

const FIELDS: Partial<Record<PaymentColumn, ColumnField>> = {
  account: 'senderAccount',
  accountOwner: 'senderName',
  counterpartyAccount: 'recipientAccount',
  counterpartyOwner: 'recipientName',
  direction: 'direction',
  amount: 'amount',
  currency: 'currency',
  start: 'start',
  purpose: 'purpose',
};

/** Own account and counterparty, who owns them as the bank says, and the payment between them by direction. */
export function paymentPlan(): FixedPlan {
  return {
    entities: ENTITIES.map((entity) => ({ ...entity })),
    links: [
      { from: 'accountOwner', to: 'account', type: 'owns', strength: 'unconfirmed' },
      { from: 'counterpartyOwner', to: 'counterparty', type: 'owns', strength: 'unconfirmed' },
    ],
    events: [{ ...PAYMENT }],
    fields: FIELDS,
  };
}
