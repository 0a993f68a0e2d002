import type { SourceRow } from '../reader.ts';
import { nodeAt, nodesAt, textAt, type XmlNode } from '../xml-tree.ts';
import { type Payment, paymentRow } from './payment-row.ts';

/** What the statement says of all its entries. */
export interface Statement {
  readonly id: string;
  readonly account: XmlNode | undefined;
}

/** Rows of one entry: one for each transaction where several carry their own amounts, else one for the entry. */
export function entryRows(entry: XmlNode, statement: Statement): SourceRow[] {
  const nested = nodesAt(entry, 'NtryDtls/TxDtls');
  const details = nested.length > 0 ? nested : nodesAt(entry, 'TxDtls');
  const common = entryPart(entry, statement);
  if (details.length <= 1)
    return [paymentRow(entry.line, { ...common, ...detailPart(details[0], entry, common) })];
  const amounts = details.map((detail) => amountOf(detail, common.currency ?? ''));
  if (amounts.some((amount) => amount === null)) return [wholeBatch(entry, details, common)];
  const batch = {
    batchTotal: `${common.amount ?? ''} ${common.currency ?? ''}`,
    batchCount: textAt(entry, 'NtryDtls/Btch/NbOfTxs') || String(details.length),
    batchDifference: differenceOf(amounts, common, details),
  };
  return details.map((detail, at) =>
    paymentRow(detail.line, {
      ...common,
      ...detailPart(detail, entry, common),
      ...batch,
      amount: amounts[at]?.text ?? '',
      currency: amounts[at]?.attributes.Ccy ?? common.currency ?? '',
    }),
  );
}

/** The bank gives only the sum: one payment, with everything the transactions say as text. */
function wholeBatch(entry: XmlNode, details: readonly XmlNode[], common: Payment): SourceRow {
  const parts = details.map((detail) => {
    const {
      counterpartyName = '',
      counterpartyAccount = '',
      purpose = '',
      endToEndId = '',
    } = detailPart(detail, entry, common);
    return [counterpartyName, counterpartyAccount, purpose, endToEndId]
      .filter((one) => one !== '')
      .join(', ');
  });
  return paymentRow(entry.line, {
    ...common,
    purpose: parts.filter((part) => part !== '').join('; '),
    batchCount: textAt(entry, 'NtryDtls/Btch/NbOfTxs') || String(details.length),
  });
}

function entryPart(entry: XmlNode, { id, account }: Statement): Payment {
  const amount = nodeAt(entry, 'Amt');
  const valueDate = dateOf(nodeAt(entry, 'ValDt'));
  return {
    account: accountOf(account),
    accountOwner: textAt(account, 'Ownr/Nm', 'Ownr/Pty/Nm'),
    direction: directionOf(entry),
    reversal: isReversal(entry),
    amount: amount?.text ?? '',
    currency: amount?.attributes.Ccy || textAt(account, 'Ccy'),
    start: dateOf(nodeAt(entry, 'BookgDt')) || valueDate,
    valueDate,
    bankReference: textAt(entry, 'AcctSvcrRef', 'NtryRef'),
    transactionCode: codeOf(nodeAt(entry, 'BkTxCd')),
    status: textAt(entry, 'Sts/Cd', 'Sts/Prtry', 'Sts'),
    statement: id,
    charges: chargesOf(entry),
    note: textAt(entry, 'AddtlNtryInf'),
  };
}

type DetailPart = Partial<Omit<Payment, 'amount'>>;

function detailPart(detail: XmlNode | undefined, entry: XmlNode, common: Payment): DetailPart {
  if (detail === undefined) return {};
  const isIn = (directionOf(detail) ?? common.direction) === 'in';
  const note = [textAt(detail, 'AddtlTxInf'), returnOf(detail), common.note ?? ''];
  return {
    ...counterpartyOf(detail, isIn !== isReversal(entry) ? 'Dbtr' : 'Cdtr', common),
    direction: directionOf(detail) ?? common.direction,
    purpose: nodesAt(detail, 'RmtInf/Ustrd')
      .map(({ text }) => text)
      .concat(nodesAt(detail, 'RmtInf/Strd/AddtlRmtInf').map(({ text }) => text))
      .filter((text) => text !== '')
      .join(' '),
    reference: referencesOf(detail),
    endToEndId: textAt(detail, 'Refs/EndToEndId').replace(/^NOTPROVIDED$/, ''),
    bankReference: textAt(detail, 'Refs/AcctSvcrRef', 'Refs/TxId') || (common.bankReference ?? ''),
    transactionCode: codeOf(nodeAt(detail, 'BkTxCd')) || (common.transactionCode ?? ''),
    originalAmount: originalOf(detail),
    charges: chargesOf(detail) || (common.charges ?? ''),
    note: note.filter((part) => part !== '').join('; '),
  };
}

interface Party {
  readonly counterpartyName: string;
  readonly counterpartyAccount: string;
  readonly counterpartyBank: string;
  readonly counterpartyAddress: string;
  readonly counterpartyId: string;
}

/** Some banks name the other side in the wrong role, where only one is named at all. */
function counterpartyOf(detail: XmlNode, role: 'Dbtr' | 'Cdtr', common: Payment): Party {
  const party = partyOf(detail, role);
  if (party.counterpartyName !== '' || party.counterpartyAccount !== '') return party;
  const other = partyOf(detail, role === 'Dbtr' ? 'Cdtr' : 'Dbtr');
  const isOwn =
    other.counterpartyAccount === '' ||
    other.counterpartyAccount === common.account ||
    other.counterpartyName === common.accountOwner;
  return isOwn ? party : other;
}

function partyOf(detail: XmlNode, role: 'Dbtr' | 'Cdtr'): Party {
  const parties = nodeAt(detail, 'RltdPties');
  const own = nodeAt(parties, role);
  const agent = nodeAt(detail, `RltdAgts/${role}Agt/FinInstnId`);
  return {
    counterpartyName:
      textAt(own, 'Nm', 'Pty/Nm', 'Agt/FinInstnId/Nm') ||
      textAt(parties, `Ultmt${role}/Nm`, `Ultmt${role}/Pty/Nm`),
    counterpartyAccount: accountOf(nodeAt(parties, `${role}Acct`)),
    counterpartyBank: textAt(agent, 'BIC', 'BICFI', 'Nm', 'ClrSysMmbId/MmbId'),
    counterpartyAddress: addressOf(own),
    counterpartyId: idOf(own),
  };
}

const ADDRESS = ['StrtNm', 'BldgNb', 'PstCd', 'TwnNm', 'Ctry'];

function addressOf(party: XmlNode | undefined): string {
  const address = ['PstlAdr', 'Pty/PstlAdr', 'Agt/FinInstnId/PstlAdr']
    .map((path) => nodeAt(party, path))
    .find((one) => one !== undefined);
  const lines = nodesAt(address, 'AdrLine').map(({ text }) => text);
  const parts = [...lines, ...ADDRESS.map((tag) => textAt(address, tag))];
  return parts.filter((part) => part !== '').join(', ');
}

function idOf(party: XmlNode | undefined): string {
  const ids = nodeAt(party, 'Id') ?? nodeAt(party, 'Pty/Id');
  return textAt(ids, 'OrgId/Othr/Id', 'PrvtId/Othr/Id', 'OrgId/AnyBIC', 'OrgId/BICOrBEI');
}

/** What the bank took for it, each with its currency. */
function chargesOf(node: XmlNode): string {
  const total = nodeAt(node, 'Chrgs/TtlChrgsAndTaxAmt');
  const single = [...nodesAt(node, 'Chrgs/Rcrd/Amt'), ...nodesAt(node, 'Chrgs/Amt')];
  return (total === undefined ? single : [total])
    .map(({ text, attributes }) => `${text} ${attributes.Ccy ?? ''}`.trim())
    .join('; ');
}

function accountOf(account: XmlNode | undefined): string {
  return textAt(account, 'Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id', 'Id/BBAN', 'Prxy/Id');
}

function directionOf(node: XmlNode): Payment['direction'] {
  const mark = textAt(node, 'CdtDbtInd');
  if (mark === 'CRDT') return 'in';
  return mark === 'DBIT' ? 'out' : null;
}

/** The mark of a reversal already says where the money went this time; only the parties keep their first roles. */
function isReversal(entry: XmlNode): boolean {
  return /^(true|1)$/.test(textAt(entry, 'RvslInd'));
}

function dateOf(date: XmlNode | undefined): string {
  return textAt(date, 'DtTm', 'Dt').replace(/^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)$/, '$1');
}

function codeOf(code: XmlNode | undefined): string {
  const domain = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map((path) => textAt(code, path));
  return domain.filter((part) => part !== '').join('/') || textAt(code, 'Prtry/Cd');
}

const REFERENCES = ['MndtId', 'ChqNb', 'InstrId', 'PmtInfId', 'MsgId'];

function referencesOf(detail: XmlNode): string {
  const structured = nodesAt(detail, 'RmtInf/Strd/CdtrRefInf').map((one) => textAt(one, 'Ref', 'CdtrRef'));
  const documents = nodesAt(detail, 'RmtInf/Strd/RfrdDocInf').map((one) => textAt(one, 'Nb', 'RfrdDocNb'));
  const named = REFERENCES.flatMap((name) => {
    const text = textAt(detail, `Refs/${name}`);
    return text === '' || text === 'NOTPROVIDED' ? [] : [`${name} ${text}`];
  });
  return [...structured, ...documents, ...named].filter((part) => part !== '').join('; ');
}

function returnOf(detail: XmlNode): string {
  const returned = nodeAt(detail, 'RtrInf');
  return [textAt(returned, 'Rsn/Cd', 'Rsn/Prtry'), textAt(returned, 'AddtlInf')]
    .filter((part) => part !== '')
    .join(' ');
}

function amountOf(detail: XmlNode, currency: string): XmlNode | null {
  const found = nodeAt(detail, 'Amt') ?? nodeAt(detail, 'AmtDtls/TxAmt/Amt');
  if (found !== undefined) return found;
  const instructed = nodeAt(detail, 'AmtDtls/InstdAmt/Amt');
  return instructed?.attributes.Ccy === currency ? instructed : null;
}

function originalOf(detail: XmlNode): string {
  const found = nodeAt(detail, 'AmtDtls/InstdAmt/Amt');
  return found === undefined ? '' : `${found.text} ${found.attributes.Ccy ?? ''}`.trim();
}

/** Empty where the transactions add up to the entry, or go both ways, or are in several currencies. */
function differenceOf(
  amounts: readonly (XmlNode | null)[],
  { amount = '', currency, direction }: Payment,
  details: readonly XmlNode[],
): string {
  if (details.some((detail) => (directionOf(detail) ?? direction) !== direction)) return '';
  if (amounts.some((one) => (one?.attributes.Ccy ?? currency) !== currency)) return '';
  const parts = [amount, ...amounts.map((one) => one?.text ?? '')].map(scaled);
  const [total, ...rest] = parts;
  if (total === undefined || total === null || rest.some((part) => part === null)) return '';
  const difference = rest.reduce<bigint>((left, part) => left - (part ?? 0n), total);
  return difference === 0n
    ? ''
    : `${difference < 0n ? '-' : ''}${unscaled(difference < 0n ? -difference : difference)}`;
}

const DECIMALS = 5;

function scaled(text: string): bigint | null {
  const match = /^(\d{1,15})(?:\.(\d{0,5}))?$/.exec(text);
  return match === null ? null : BigInt(`${match[1]}${(match[2] ?? '').padEnd(DECIMALS, '0')}`);
}

function unscaled(value: bigint): string {
  const text = value.toString().padStart(DECIMALS + 1, '0');
  return `${text.slice(0, -DECIMALS)}.${text.slice(-DECIMALS)}`.replace(/\.?0+$/, '');
}
