import { type ReactElement, useState } from 'react';
import type { HitPreview } from '../../../contract/hit-no-hit.ts';
import { Button, chooseFiles } from '../../ui/index.ts';
import { call, useAsk, useAttempt, useDesk, useMessages, useSelection } from '../../workspace/index.ts';
import { splitList } from '../seal-form.ts';
import { HitFields } from './HitFields.tsx';
import { HitPreviewView } from './HitPreviewView.tsx';
import {
  changesHits,
  type HitForm,
  hitFileName,
  isWholeHit,
  NEW_HIT_FORM,
  selectionOfHit,
} from './hit-form.ts';

/** What goes to the partner: chosen, shown with what is held back, and only then written. */
export function HitExport({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const entities = useDesk((desk) => desk.entities);
  const chartId = useDesk((desk) => desk.chartId);
  const chosen = useSelection((selection) => selection.entityIds);
  const file = useAsk('analysisFile.get', { fileId });
  const [written, setForm] = useState<HitForm>(NEW_HIT_FORM);
  const [preview, setPreview] = useState<HitPreview | null>(null);
  const [understood, setUnderstood] = useState(false);
  const [saved, setSaved] = useState<{ readonly path: string; readonly sha256: string } | null>(null);
  const { busy, error, run } = useAttempt();
  const form = { ...written, reference: written.reference || (file.data?.reference ?? '') };
  const selection = () => selectionOfHit(form, { fileId, chartId, members: [...entities.keys()], chosen });
  const change = (part: Partial<HitForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setSaved(null);
    if (changesHits(part)) setPreview(null);
  };
  const show = async (): Promise<void> => {
    setUnderstood(false);
    setPreview(await call('hitNoHit.preview', selection()));
  };
  const save = async (): Promise<void> => {
    const [path] = await chooseFiles('save-file', hitFileName(Date.now()));
    if (path === undefined) return;
    const { name, contact, reference } = form;
    setSaved(await call('hitNoHit.export', { ...selection(), bureau: { name, contact, reference }, path }));
  };
  const isEmpty = preview !== null && preview.keys.length === 0;
  const isReady = preview !== null && !isEmpty && understood && isWholeHit(form);
  return (
    <section>
      <h3>{t('hitnohit:out.title')}</h3>
      <HitFields form={form} onChart={entities.size} selected={chosen.length} onChange={change} />
      <div className="actions">
        <Button
          primary={preview === null}
          disabled={busy || splitList(form.partners).length === 0}
          onClick={() => void run(show)}
        >
          {t('hitnohit:out.preview')}
        </Button>
        <Button primary={preview !== null} disabled={busy || !isReady} onClick={() => void run(save)}>
          {t('hitnohit:out.save')}
        </Button>
      </div>
      {preview === null ? null : <HitPreviewView preview={preview} />}
      {preview === null || isEmpty ? null : (
        <div className="hit-warning">
          <p>{t('hitnohit:warning.guess')}</p>
          <p>{t('hitnohit:warning.hides')}</p>
          <label className="tick">
            <input
              type="checkbox"
              checked={understood}
              onChange={(event) => setUnderstood(event.target.checked)}
            />
            {t('hitnohit:warning.understood')}
          </label>
        </div>
      )}
      {error === null ? null : <p role="alert">{error}</p>}
      {saved === null ? null : (
        <p className="notice wrap" role="status">
          {t('hitnohit:out.saved', { path: saved.path, sha256: saved.sha256 })}
        </p>
      )}
    </section>
  );
}
