import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';

/** Exactly what would leave: counts, marking, what is withheld and why, whom it shows, on which sources it rests. */
export function PreviewView({ preview }: { readonly preview: Output<'package.preview'> }): ReactElement {
  const t = useMessages();
  const counts = Object.entries(preview.counts) as [keyof typeof preview.counts, number][];
  return (
    <section className="preview-view">
      <p className="marking">
        {t(`evidence:level.${preview.marking.level}`)} · {preview.marking.handling.join('+')}
      </p>
      <p>
        {counts
          .map(([name, count]) => `${t(`exchange:count.${name}`)}: ${formatNumber(count, language())}`)
          .join(' · ')}
      </p>
      {preview.withheld.map((one) => (
        <p key={one.reason} className="warn">
          {t('exchange:withheld', { count: one.count, reason: t(`package:reason.${one.reason}`) })}
        </p>
      ))}
      {preview.pseudonymised.length === 0 ? null : (
        <p>
          {t('exchange:pseudonymised', { labels: preview.pseudonymised.map((one) => one.label).join(', ') })}
        </p>
      )}
      <details>
        <summary>{t('exchange:entities', { count: preview.entities.length })}</summary>
        <ul className="lines">
          {preview.entities.map((entity, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entities may have the same label; the list never changes
            <li key={index}>
              {t(`types:entity.${entity.type as EntityType}`)} · {entity.label}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t('exchange:sources', { count: preview.sources.length })}</summary>
        <ul className="lines">
          {preview.sources.map((source) => (
            <li key={source.reference}>
              {source.reference} · {source.title} · {source.facts}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
