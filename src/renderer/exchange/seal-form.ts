import type { Input } from '../../contract/index.ts';
import type { Period } from '../../core/time/precision.ts';

export interface SealForm {
  readonly what: 'file' | 'chart' | 'selection';
  readonly recipients: string;
  readonly purpose: string;
  readonly keys: string;
  readonly passphrase: string;
}

export function splitList(text: string): string[] {
  return text.split(/[,;\s]+/).filter((one) => one !== '');
}

/** What the form asks to leave the house. A brush on the timeline narrows a chart or a selection, never silently the whole file. */
export function selectionOf(
  form: SealForm,
  desk: {
    fileId: string;
    chartId: string | null;
    members: readonly string[];
    chosen: readonly string[];
    period: Period;
  },
): Input<'package.preview'> {
  const ids = { file: null, chart: [...desk.members], selection: [...desk.chosen] }[form.what];
  const brushed = desk.period.from !== null || desk.period.to !== null;
  return {
    fileId: desk.fileId,
    entityIds: ids,
    chartId: form.what === 'file' ? null : desk.chartId,
    period: form.what !== 'file' && brushed ? { ...desk.period } : null,
    recipients: splitList(form.recipients),
    purpose: form.purpose.trim(),
    released: [],
  };
}
