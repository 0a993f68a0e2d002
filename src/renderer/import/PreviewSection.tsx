import type { ReactElement } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { useAsk, useMessages } from '../workspace/index.ts';
import { MiniChart } from './MiniChart.tsx';
import { PreviewRows } from './PreviewRows.tsx';

const SHOWN = 100;

/** The first rows as they will become, as a table and as a chart. It waits while the mapping cannot be run. */
export function PreviewSection(props: {
  readonly path: string;
  readonly specification: ImportSpecification;
  readonly waits: boolean;
}): ReactElement {
  const t = useMessages();
  const { path, specification, waits } = props;
  const preview = useAsk('import.preview', waits ? null : { path, specification, limit: SHOWN });
  if (waits) return <p className="muted">{t('importcentre:previewWaits')}</p>;
  if (preview.error) return <p role="alert">{preview.error.message}</p>;
  const rows = preview.data?.rows ?? [];
  return (
    <div className="centre-preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="centre-preview-rows" tabIndex={0} aria-label={t('importcentre:preview')}>
        <PreviewRows rows={rows} zone={specification.timeZone} />
      </section>
      <MiniChart rows={rows} />
    </div>
  );
}
