import type { ReactElement } from 'react';
import { useAsk, useMessages } from '../../workspace/index.ts';
import { HitExport } from './HitExport.tsx';
import { HitMatch } from './HitMatch.tsx';
import { MeetingSecret } from './MeetingSecret.tsx';
import './hit-no-hit.css';

/** Two bureaux compare what they know: one secret, two files, and each learns only of what both have. */
export function HitNoHit({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const status = useAsk('hitNoHit.status', {});
  const code = status.data?.code ?? null;
  return (
    <section className="form hit-no-hit">
      <p>{t('hitnohit:explain')}</p>
      <MeetingSecret code={code} onChanged={() => void status.refetch()} />
      {code === null ? null : (
        <>
          <HitExport key={`out ${fileId} ${code}`} fileId={fileId} />
          <HitMatch key={`in ${fileId} ${code}`} fileId={fileId} />
        </>
      )}
    </section>
  );
}
