import type { Input } from '../../contract/index.ts';
import type { Period } from '../../core/time/precision.ts';

/** A protected person the analyst decided to show by name. */
export interface Release {
  readonly entityId: string;
  /** The closed shutter of the file: how the list names them while no preview shows their name. */
  readonly inFile: string;
  readonly reason: string;
}

export interface SealForm {
  readonly what: 'file' | 'chart' | 'selection';
  readonly recipients: string;
  readonly purpose: string;
  readonly keys: string;
  readonly passphrase: string;
  readonly released: readonly Release[];
}

export const NEW_PACKAGE: SealForm = {
  what: 'file',
  recipients: '',
  purpose: '',
  keys: '',
  passphrase: '',
  released: [],
};

/**
 * The form after a change. People are released for what is chosen and for these recipients: another choice of either
 * closes their shutters again.
 */
export function changedForm(form: SealForm, change: Partial<SealForm>): SealForm {
  return { ...form, ...(changesPreview(change) ? { released: [] } : {}), ...change };
}

/** Purpose, keys and passphrase leave what was shown as it is. */
export function changesPreview(change: Partial<SealForm>): boolean {
  return change.what !== undefined || change.recipients !== undefined;
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
    released: form.released.map(({ entityId, reason }) => ({ entityId, reason })),
  };
}

/** The name a package gets unless the person writes another: the reference of the file and the day it is sealed. */
export function packageName({ reference }: { readonly reference: string }, at: number): string {
  const safe = reference.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|-+$/g, '');
  return `${safe === '' ? 'package' : safe}_${new Date(at).toISOString().slice(0, 10)}.caf.age`;
}
