import type { EventRow } from '../../contract/terms.ts';

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** Events as CSV (RFC 4180), times in ISO 8601 UTC beside the source's own text; formulas are made harmless. */
export function eventsCsv(events: readonly EventRow[]): string {
  const head = 'start_utc,source_text,source_zone,precision,end_utc,type,from,to,place,source,row,grade';
  const rows = events.map((event) =>
    [
      event.start === null ? '' : new Date(event.start).toISOString(),
      event.startText,
      event.zone,
      event.precision,
      event.end === null ? '' : new Date(event.end).toISOString(),
      event.type,
      event.fromLabel,
      event.toLabel,
      event.place,
      event.sourceReference,
      event.sourceRow,
      `${event.grade.source}${event.grade.information}`,
    ]
      .map(cell)
      .join(','),
  );
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
