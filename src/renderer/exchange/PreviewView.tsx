import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { markingLine, markingMeaning } from '../../core/evidence/marking-words.ts';
import { standInLabel } from '../../core/evidence/pseudonyms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { formatNumber } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';
import { HeldBack } from './HeldBack.tsx';
import { StandIns } from './StandIns.tsx';
import type { Release } from './seal-form.ts';

type Preview = Output<'package.preview'>;

/** Exactly what would leave: counts, marking, what is withheld and why, whom it shows, on which sources it rests. */
export function PreviewView(props: {
  readonly preview: Preview;
  readonly recipients: string;
  readonly busy: boolean;
  readonly onRelease: (release: Release) => void;
  readonly onRecorded: () => void;
}): ReactElement {
  const t = useMessages();
  const { preview, busy } = props;
  const counts = Object.entries(preview.counts) as [keyof Preview['counts'], number][];
  return (
    <section className="preview-view">
      <p className="marking" title={markingMeaning(preview.marking, t).join('\n')}>
        {markingLine(preview.marking, t)}
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
      {preview.overduePeople === 0 ? null : (
        <p className="warn">{t('exchange:overduePeople', { count: preview.overduePeople })}</p>
      )}
      <StandIns
        people={preview.pseudonymised}
        recipients={props.recipients}
        busy={busy}
        onRelease={props.onRelease}
      />
      <HeldBack sources={preview.blocked} busy={busy} onRecorded={props.onRecorded} />
      <details>
        <summary>{t('exchange:entities', { count: preview.entities.length })}</summary>
        <ul className="lines">
          {preview.entities.map((entity, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entities may have the same label; the list never changes
            <li key={index}>
              {t(`types:entity.${entity.type as EntityType}`)} ·{' '}
              {[
                standInLabel(entity.label, (kind) => t(`evidence:standIn.${kind}`)),
                ...(entity.others ?? []),
              ].join(' · ')}
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
