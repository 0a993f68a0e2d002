import { type ReactElement, useRef, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button, chooseFiles } from '../ui/index.ts';
import {
  call,
  language,
  runJob,
  useAttempt,
  useDesk,
  useMessages,
  useSelection,
} from '../workspace/index.ts';
import { Permissions } from './Permissions.tsx';
import { PreviewView } from './PreviewView.tsx';
import { ReleasedPeople } from './ReleasedPeople.tsx';
import { SealFields } from './SealFields.tsx';
import {
  changedForm,
  changesPreview,
  NEW_PACKAGE,
  packageName,
  type SealForm,
  selectionOf,
  splitList,
} from './seal-form.ts';
import { addSealed, type Sealed, useSealed } from './sealed.ts';

type Preview = Output<'package.preview'>;

/** Choose → preview → seal. Only what the preview showed can be sealed: its hash goes with the order. */
export function SealPackage({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const entities = useDesk((desk) => desk.entities);
  const period = useDesk((desk) => desk.filter.period);
  const chartId = useDesk((desk) => desk.chartId);
  const chosen = useSelection((selection) => selection.entityIds);
  const [form, setForm] = useState<SealForm>(NEW_PACKAGE);
  const [preview, setPreview] = useState<Preview | null>(null);
  const sealed = useSealed((state) => state.packages);
  const { busy, error, run } = useAttempt();
  /** An answer that comes after the question changed is dropped. */
  const asked = useRef(0);

  const selection = (of: SealForm) =>
    selectionOf(of, { fileId, chartId, members: [...entities.keys()], chosen, period });
  const change = (part: Partial<SealForm>): void => {
    setForm((before) => changedForm(before, part));
    if (!changesPreview(part)) return;
    asked.current += 1;
    setPreview(null);
  };
  const show = (of: SealForm): void => {
    asked.current += 1;
    const own = asked.current;
    setForm(of);
    void run(async () => {
      const found = await call('package.preview', selection(of));
      if (own === asked.current) setPreview(found);
    });
  };
  const showAgain = (): void => {
    if (preview !== null) show(form);
  };
  const seal = async (): Promise<void> => {
    const [path] = await chooseFiles(
      'save-file',
      packageName(await call('analysisFile.get', { fileId }), Date.now()),
    );
    if (path === undefined || preview === null) return;
    const secret = form.passphrase === '' ? {} : { passphrase: form.passphrase };
    const order = {
      selection: selection(form),
      recipientKeys: splitList(form.keys),
      path,
      dataHash: preview.dataHash,
      language: language(),
      ...secret,
    };
    const { jobId } = await call('package.seal', order);
    addSealed((await runJob(jobId)) as Sealed);
  };

  const ready = splitList(form.recipients).length > 0 && form.purpose.trim() !== '';
  const locked = splitList(form.keys).length > 0 || form.passphrase.length >= 12;
  const isEmpty = preview !== null && preview.counts.entities + preview.counts.events === 0;
  return (
    <section className="form">
      <SealFields form={form} onChart={entities.size} selected={chosen.length} onChange={change} />
      <div className="actions">
        <Button disabled={!ready || busy} primary={preview === null} onClick={() => show(form)}>
          {t('exchange:preview')}
        </Button>
        <Button
          disabled={preview === null || !ready || !locked || isEmpty || busy}
          primary={preview !== null}
          onClick={() => void run(seal)}
        >
          {t('exchange:seal')}
        </Button>
      </div>
      {preview !== null && !isEmpty && !locked ? <p className="muted">{t('exchange:needsKey')}</p> : null}
      {isEmpty ? <p className="warn">{t('exchange:nothingLeft')}</p> : null}
      {error === null ? null : <p role="alert">{error}</p>}
      {sealed.map((one) => (
        <p key={`${one.path}${one.sha256}`} className="notice wrap" role="status">
          {t('exchange:sealed', { path: one.path, sha256: one.sha256 })}
        </p>
      ))}
      <ReleasedPeople
        released={form.released}
        shown={preview?.released ?? []}
        busy={busy}
        onTakeBack={(entityId) =>
          show({ ...form, released: form.released.filter((one) => one.entityId !== entityId) })
        }
      />
      {preview === null ? null : (
        <PreviewView
          preview={preview}
          recipients={splitList(form.recipients).join(', ')}
          busy={busy}
          onRelease={(release) => show({ ...form, released: [...form.released, release] })}
          onRecorded={showAgain}
        />
      )}
      <Permissions fileId={fileId} onWithdrawn={showAgain} />
    </section>
  );
}
