import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button, chooseFiles, formatNumber } from '../ui/index.ts';
import { call, language, useAttempt, useMessages } from '../workspace/index.ts';

/** The document in the vault: name, size, hash, and a copy of it on disk for who asks for one. */
export function KeptFile({ source }: { readonly source: Output<'source.get'> }): ReactElement {
  const t = useMessages();
  const [saved, setSaved] = useState('');
  const { error, busy, run } = useAttempt();
  if (source.sha256 === null) return <p className="muted">{t('sources:noFile')}</p>;

  async function save(): Promise<void> {
    const [path] = await chooseFiles('save-file', source.fileName ?? source.reference);
    if (path === undefined) return;
    const written = await call('source.saveAttachment', { sourceId: source.id, path });
    setSaved(t('sources:saved', { path: written.path, hash: written.sha256 }));
  }

  return (
    <div className="kept-file">
      <span className="cut" title={source.fileName ?? ''}>
        {source.fileName} · {t('sources:bytes', { bytes: formatNumber(source.size ?? 0, language()) })}
      </span>
      <code className="key">SHA-256 {source.sha256}</code>
      <Button disabled={busy} onClick={() => void run(save)}>
        {t('sources:saveFile')}
      </Button>
      {saved === '' ? null : <p role="status">{saved}</p>}
      {error === null ? null : <p role="alert">{error}</p>}
    </div>
  );
}
