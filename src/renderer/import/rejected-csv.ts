import type { RejectedRow } from '../../contract/import.ts';

/** Quotes every cell; one that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rejected rows as CSV with a byte-order mark, so that spreadsheets read Cyrillic. */
export function rejectedCsv(rows: readonly RejectedRow[]): string {
  const lines = rows.map((row) =>
    [String(row.line), row.column ?? '', row.message, row.value].map(cell).join(','),
  );
  return `\uFEFFline,column,reason,value\r\n${lines.join('\r\n')}\r\n`;
}
