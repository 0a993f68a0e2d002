import { decodeSample, detectEncoding } from '../../encoding.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { xmlRows } from '../xml-rows.ts';
import { gatherTrees, nodeAt, nodesAt, textAt, type XmlNode } from '../xml-tree.ts';
import { GOAML_COLUMNS, goamlPlan, SIDES, type SideName } from './goaml-plan.ts';
import { conductorsOf, readSide, type Side } from './goaml-side.ts';

const MARKS =
  /<(report|reports)[\s>][\s\S]*<(rentity_id|report_code|submission_code|currency_code_local)[\s>]|goaml/i;

/** Reports of financial intelligence units: transactions with both sides, and parties of activities. */
export const goaml: Reader = {
  format: 'goaml',
  extensions: ['.xml'],
  mediaType: 'application/xml',
  plan: goamlPlan,
  sniff(sample) {
    const text = decodeSample(sample.subarray(0, 65_536), detectEncoding(sample).encoding);
    const isTransfer = /<t_(from|to)(_my_client)?[\s>]/.test(text) && /<amount_local[\s>]/.test(text);
    const isReport =
      isTransfer || (MARKS.test(text) && /<(transaction|activity|report_code)[\s>]/.test(text));
    return { confidence: /^\s*</.test(text) && isReport ? 0.97 : 0, why: 'content' };
  },
  async read(chunks, { encoding }, fileName) {
    const rows: SourceRow[] = [];
    return { columns: GOAML_COLUMNS, batches: xmlRows(chunks, encoding, fileName, rows, records(rows)) };
  },
};

const RECORDS = new Set([
  'transaction',
  'report_party',
  'reporting_person',
  'location',
  'currency_code_local',
  'entity_reference',
  'fiu_ref_number',
]);

function records(rows: SourceRow[]) {
  const report = { reference: '', currency: '' };
  return gatherTrees(
    RECORDS,
    (record) => {
      if (record.tag === 'currency_code_local') report.currency = record.text;
      else if (/_reference$|_number$/.test(record.tag)) report.reference ||= record.text;
      else if (record.tag === 'transaction') rows.push(...transactionRows(record, report));
      else if (record.tag === 'report_party') rows.push(...partyRows(record, report.reference));
    },
    (tag) => {
      if (tag === 'report') Object.assign(report, { reference: '', currency: '' });
    },
  );
}

function transactionRows(
  node: XmlNode,
  report: { readonly reference: string; readonly currency: string },
): SourceRow[] {
  const sourceSide = nodeAt(node, 't_from_my_client') ?? nodeAt(node, 't_from');
  const targetSide = nodeAt(node, 't_to_my_client') ?? nodeAt(node, 't_to');
  const from = readSide(sourceSide);
  const to = readSide(targetSide);
  const own = {
    report: report.reference,
    transaction: textAt(node, 'transactionnumber', 'internal_ref_number'),
    date: textAt(node, 'date_transaction', 'value_date', 'date_posting'),
    valueDate: textAt(node, 'value_date'),
    amount: textAt(node, 'amount_local'),
    currency: report.currency,
    mode: textAt(node, 'transmode_code', 'transmode_comment'),
    funds: [textAt(sourceSide, 'from_funds_code'), textAt(targetSide, 'to_funds_code')]
      .filter(Boolean)
      .join(' → '),
    originalAmount: foreignOf(sourceSide) || foreignOf(targetSide),
    location: textAt(node, 'transaction_location'),
    description: textAt(node, 'transaction_description', 'comments'),
  };
  const main = rowOf(node.line, own, { from: from.side, to: to.side });
  const others = [...from.others, ...to.others].map((party) => rowOf(node.line, {}, { party }));
  const conductors = [sourceSide, targetSide]
    .flatMap(conductorsOf)
    .map((party) => rowOf(node.line, { report: report.reference, partyRole: 'conductor' }, { party }));
  return [
    main,
    ...others,
    ...conductors,
    ...nodesAt(node, 'involved_parties/party').flatMap((one) => partyRows(one, report.reference)),
  ];
}

function foreignOf(side: XmlNode | undefined): string {
  const foreign = nodeAt(side, 'from_foreign_currency') ?? nodeAt(side, 'to_foreign_currency');
  return `${textAt(foreign, 'foreign_amount')} ${textAt(foreign, 'foreign_currency_code')}`.trim();
}

function partyRows(node: XmlNode, report: string): SourceRow[] {
  const { side, others } = readSide(node);
  const own = { report, partyRole: textAt(node, 'role'), partyReason: textAt(node, 'reason', 'comments') };
  return [side, ...others].map((party) => rowOf(node.line, own, { party }));
}

/** The mapping takes a comma for a mark of thousands and a sign for a payment back: neither stands in this format. */
const AMOUNT = /^\d{1,15}(\.\d+)?$/;

function rowOf(
  line: number,
  own: Readonly<Record<string, string>>,
  sides: Readonly<Partial<Record<SideName, Side>>>,
): SourceRow {
  const { amount = '' } = own;
  if (amount !== '' && !AMOUNT.test(amount)) {
    const raw = [own.transaction, own.date, amount, own.currency].filter(Boolean).join(' | ');
    return { line, cells: [], problem: { code: 'amount-unreadable', raw } };
  }
  const cells: Record<string, string> = { ...own };
  for (const name of SIDES)
    for (const [key, value] of Object.entries(sides[name] ?? {})) cells[`${name}${key}`] = value;
  return { line, cells: GOAML_COLUMNS.map((name) => cells[name] ?? ''), problem: null };
}
