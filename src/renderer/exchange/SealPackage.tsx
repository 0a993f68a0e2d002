import { type ReactElement, useState } from 'react';
import type { Input, Output } from '../../contract/index.ts';
import { Button, chooseFiles, Field } from '../ui/index.ts';
import { call, language, runJob, useDesk, useMessages, useSelection } from '../workspace/index.ts';
import { PreviewView } from './PreviewView.tsx';
import { type SealForm, selectionOf, splitList } from './seal-form.ts';

type Preview = Output<'package.preview'>;
type Sealed = { path: string; sha256: string };

/** Choose → preview → seal. Only what the preview showed can be sealed: its hash goes with the order. */
export function SealPackage({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const entities = useDesk((desk) => desk.entities);
  const period = useDesk((desk) => desk.filter.period);
  const chartId = useDesk((desk) => desk.chartId);
  const chosen = useSelection((selection) => selection.entityIds);
  const [form, setForm] = useState<SealForm>({
    what: 'file',
    recipients: '',
    purpose: '',
    keys: '',
    passphrase: '',
  });
  const [preview, setPreview] = useState<Preview | null>(null);
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<SealForm>): void => {
    setForm((before) => ({ ...before, ...change }));
    setPreview(null);
    setSealed(null);
  };
  const selection = (): Input<'package.preview'> =>
    selectionOf(form, { fileId, chartId, members: [...entities.keys()], chosen, period });

  async function guarded(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught));
    } finally {
      setBusy(false);
    }
  }
  const show = (): Promise<void> =>
    guarded(async () => setPreview(await call('package.preview', selection())));
  const seal = (): Promise<void> =>
    guarded(async () => {
      const [path] = await chooseFiles('save-file', t('exchange:suggestedName'));
      if (path === undefined || preview === null) return;
      const secret = form.passphrase === '' ? {} : { passphrase: form.passphrase };
      const order = {
        selection: selection(),
        recipientKeys: splitList(form.keys),
        path,
        dataHash: preview.dataHash,
        language: language(),
        ...secret,
      };
      const { jobId } = await call('package.seal', order);
      setSealed((await runJob(jobId)) as Sealed);
    });

  const ready = splitList(form.recipients).length > 0 && form.purpose.trim() !== '';
  const locked = splitList(form.keys).length > 0 || form.passphrase.length >= 12;
  return (
    <section className="form">
      <div className="form-grid narrow">
        <Field label={t('exchange:what')}>
          <select
            value={form.what}
            onChange={(event) => set({ what: event.target.value as SealForm['what'] })}
          >
            <option value="file">{t('exchange:whole')}</option>
            <option value="chart" disabled={entities.size === 0}>
              {t('exchange:chart', { count: entities.size })}
            </option>
            <option value="selection" disabled={chosen.length === 0}>
              {t('exchange:selection', { count: chosen.length })}
            </option>
          </select>
        </Field>
        <Field label={t('exchange:recipients')}>
          <input
            placeholder="RO, UA"
            value={form.recipients}
            onChange={(event) => set({ recipients: event.target.value })}
          />
        </Field>
        <Field label={t('exchange:purpose')}>
          <input value={form.purpose} onChange={(event) => set({ purpose: event.target.value })} />
        </Field>
      </div>
      <Field label={t('exchange:recipientKeys')}>
        <textarea
          rows={2}
          placeholder="age1…"
          value={form.keys}
          onChange={(event) => set({ keys: event.target.value })}
        />
      </Field>
      <Field label={t('exchange:passphrase')}>
        <input
          type="password"
          value={form.passphrase}
          onChange={(event) => set({ passphrase: event.target.value })}
        />
      </Field>
      <div className="actions">
        <Button disabled={!ready || busy} primary={preview === null} onClick={() => void show()}>
          {t('exchange:preview')}
        </Button>
        <Button
          disabled={preview === null || !locked || busy}
          primary={preview !== null}
          onClick={() => void seal()}
        >
          {t('exchange:seal')}
        </Button>
      </div>
      {preview !== null && !locked ? <p className="muted">{t('exchange:needsKey')}</p> : null}
      {error === null ? null : <p role="alert">{error}</p>}
      {preview === null ? null : <PreviewView preview={preview} />}
      {sealed === null ? null : (
        <p className="notice" role="status">
          {t('exchange:sealed', { path: sealed.path, sha256: sealed.sha256 })}
        </p>
      )}
    </section>
  );
}
