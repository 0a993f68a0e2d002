import { type ReactElement, useState } from 'react';
import { Button, Empty } from '../ui/index.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';
import './exchange.css';
import { HitNoHit } from './hit-no-hit/HitNoHit.tsx';
import { OpenPackage } from './OpenPackage.tsx';
import { SealPackage } from './SealPackage.tsx';

/** Analysis packages: seal one for a case meeting, check and open one that came, or compare without
 * telling. */
export function ExchangePanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [way, setWay] = useState<'out' | 'in' | 'compare'>('out');
  const keys = useAsk('exchange.keys', {});
  return (
    <div className="panel exchange">
      <div className="toolbar" role="tablist">
        <Button role="tab" aria-selected={way === 'out'} onClick={() => setWay('out')}>
          {t('exchange:out')}
        </Button>
        <Button role="tab" aria-selected={way === 'in'} onClick={() => setWay('in')}>
          {t('exchange:in')}
        </Button>
        <Button role="tab" aria-selected={way === 'compare'} onClick={() => setWay('compare')}>
          {t('exchange:compare')}
        </Button>
      </div>
      {way === 'in' ? (
        <OpenPackage />
      ) : fileId === null ? (
        <Empty title={t('exchange:noFile')} />
      ) : way === 'compare' ? (
        <HitNoHit fileId={fileId} />
      ) : (
        <SealPackage key={fileId} fileId={fileId} />
      )}
      <section className="own-keys">
        <h3>{t('exchange:keys.title')}</h3>
        <p className="muted">{t('exchange:keys.explain')}</p>
        {keys.error ? <p role="alert">{keys.error.message}</p> : null}
        <code className="key">{keys.data?.recipient ?? ''}</code>
        <pre className="key">{keys.data?.signer ?? ''}</pre>
      </section>
    </div>
  );
}
