import type { HitSelection } from '../../../contract/hit-no-hit.ts';
import { type HitKind, NAME_AND_BIRTH } from '../../../core/hit-no-hit/index.ts';
import type { Translate } from '../../workspace/index.ts';
import { type SealForm, splitList } from '../seal-form.ts';

export interface HitForm {
  readonly what: SealForm['what'];
  readonly partners: string;
  readonly name: string;
  readonly contact: string;
  readonly reference: string;
}

export const NEW_HIT_FORM: HitForm = { what: 'file', partners: '', name: '', contact: '', reference: '' };

export function selectionOfHit(
  form: HitForm,
  desk: {
    readonly fileId: string;
    readonly chartId: string | null;
    readonly members: readonly string[];
    readonly chosen: readonly string[];
  },
): HitSelection {
  const entityIds = { file: null, chart: [...desk.members], selection: [...desk.chosen] }[form.what];
  const chartId = form.what === 'file' ? null : desk.chartId;
  return { fileId: desk.fileId, entityIds, chartId, partners: splitList(form.partners) };
}

/** Another choice of what and for whom makes another preview; whom to turn to does not. */
export function changesHits(change: Partial<HitForm>): boolean {
  return change.what !== undefined || change.partners !== undefined;
}

export function isWholeHit({ name, contact, reference }: HitForm): boolean {
  return [name, contact, reference].every((text) => text.trim() !== '');
}

/** The name the file gets unless the person writes another: nothing of the case stands in it. */
export function hitFileName(at: number): string {
  return `hit-no-hit_${new Date(at).toISOString().slice(0, 10)}.json`;
}

export function kindWords(t: Translate, kind: HitKind): string {
  return kind === NAME_AND_BIRTH ? t('hitnohit:nameAndBirth') : t(`types:identifier.${kind}`);
}
