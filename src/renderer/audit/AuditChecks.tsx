import { type ReactElement, useState } from 'react';
import { Button, chooseFiles } from '../ui/index.ts';
import { call, useMessages } from '../workspace/index.ts';

/** Check the chain, or write it out signed; what came of it stands beside the buttons until the next act. */
export function AuditChecks(props: { readonly onExported: () => void }): ReactElement {
  const t = useMessages();
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  async function act(work: () => Promise<{ good: boolean; text: string } | null>): Promise<void> {
    setBusy(true);
    try {
      setSaid(await work());
    } catch (caught) {
      setSaid({ good: false, text: caught instanceof Error ? caught.message : String(caught) });
    } finally {
      setBusy(false);
    }
  }
  const verify = async () => {
    const { ok, integrity, auditEntries, auditHead, firstBroken } = await call('vault.verify', {});
    const text = ok
      ? t('audit:whole', { entries: auditEntries, integrity, head: auditHead })
      : t('audit:broken', { entry: firstBroken ?? 0, integrity });
    return { good: ok, text };
  };
  const save = async () => {
    const [path] = await chooseFiles('save-file', t('audit:fileName'));
    if (path === undefined) return null;
    const { entries, signaturePath } = await call('audit.export', { path });
    props.onExported();
    return { good: true, text: t('audit:exported', { entries, path, signaturePath }) };
  };
  return (
    <>
      <Button disabled={busy} onClick={() => void act(verify)}>
        {t('audit:verify')}
      </Button>
      <Button disabled={busy} onClick={() => void act(save)}>
        {t('audit:export')}
      </Button>
      {said === null ? null : (
        <p className={said.good ? 'notice' : 'warn'} role="status">
          {said.text}
        </p>
      )}
    </>
  );
}
