import type { ReactElement } from 'react';
import type { HitPreview } from '../../../contract/hit-no-hit.ts';
import { useMessages } from '../../workspace/index.ts';
import { kindWords } from './hit-form.ts';

/** How much would go, by kind, and what is held back and why. */
export function HitPreviewView({ preview }: { readonly preview: HitPreview }): ReactElement {
  const t = useMessages();
  const { keys, entities, withheld, left } = preview;
  return (
    <div className="preview-view">
      {keys.length === 0 ? (
        <p className="warn">{t('hitnohit:out.nothing')}</p>
      ) : (
        <p>
          {t('hitnohit:out.going', { count: entities })}{' '}
          {keys.map(({ kind, count }) => `${kindWords(t, kind)}: ${count}`).join(' · ')}
        </p>
      )}
      {withheld.map((one) => (
        <p key={one.reason} className="warn">
          {t('exchange:withheld', { count: one.count, reason: t(`package:reason.${one.reason}`) })}
        </p>
      ))}
      {preview.protected === 0 ? null : (
        <p className="warn">{t('hitnohit:out.protected', { count: preview.protected })}</p>
      )}
      {left === 0 ? null : <p className="muted">{t('hitnohit:out.left', { count: left })}</p>}
    </div>
  );
}
