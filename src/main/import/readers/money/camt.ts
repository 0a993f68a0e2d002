import { decodeSample, detectEncoding } from '../../encoding.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { xmlRows } from '../xml-rows.ts';
import { gatherTrees, type XmlNode } from '../xml-tree.ts';
import { entryRows } from './camt-entry.ts';
import { PAYMENT_COLUMNS, paymentPlan } from './payment-row.ts';

const MARKS = /urn:iso:std:iso:20022:tech:xsd:camt\.05[234]|<(\w+:)?BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)\b/;
const STATEMENTS = new Set(['Stmt', 'Rpt', 'Ntfctn']);

/** ISO 20022 CAMT.052, .053 and .054: intraday report, statement and notification of an account. */
export const camt: Reader = {
  format: 'camt',
  extensions: ['.xml', '.camt'],
  mediaType: 'application/xml',
  plan: paymentPlan,
  sniff(sample) {
    const text = decodeSample(sample.subarray(0, 8192), detectEncoding(sample).encoding);
    return { confidence: MARKS.test(text) ? 1 : 0, why: 'content' };
  },
  async read(chunks, { encoding }, fileName) {
    const rows: SourceRow[] = [];
    return { columns: PAYMENT_COLUMNS, batches: xmlRows(chunks, encoding, fileName, rows, entries(rows)) };
  },
};

function entries(rows: SourceRow[]) {
  let id = '';
  let account: XmlNode | undefined;
  const handle = (record: XmlNode): void => {
    if (record.tag === 'Id') id = record.text;
    else if (record.tag === 'Acct') account = record;
    else if (record.tag === 'Ntry') rows.push(...entryRows(record, { id, account }));
  };
  return gatherTrees(
    new Set(['GrpHdr', 'Id', 'Acct', 'Bal', 'TxsSummry', 'RltdAcct', 'Ntry']),
    handle,
    (tag) => {
      if (!STATEMENTS.has(tag)) return;
      id = '';
      account = undefined;
    },
  );
}
