import type { ReactElement } from 'react';
import { formatInstant } from '../ui/index.ts';
import { language, useDesk, useMessages } from '../workspace/index.ts';
import { type eventAt, LABELS } from './paint.ts';

export type Hit = NonNullable<ReturnType<typeof eventAt>>;
export interface TipPlace {
  readonly hit: Hit;
  readonly x: number;
  readonly y: number;
}

/** The event under the pointer: what, who, when, and what the source says word for word; over the names the whole name. */
export function Tip({ hit, x, y }: TipPlace): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { event, lane } = hit;
  const style = { left: x + 12, top: y + 12 };
  if (event === null && x < LABELS)
    return (
      <div className="timeline-tip" style={style}>
        {lane.label}
      </div>
    );
  if (event === null || event.start === null) return null;
  const grade = `${event.grade.source}${event.grade.information}`;
  return (
    <div className="timeline-tip" style={style}>
      <strong>{t(`types:event.${event.type}`)}</strong>
      <div>{[event.fromLabel, event.toLabel].filter((one) => one !== null).join(' → ')}</div>
      <div>{formatInstant(event.start, zone, language())}</div>
      <div className="muted">{t('timeline:tip.original', { text: event.startText, zone: event.zone })}</div>
      <div className="muted">
        {t('timeline:tip.source', { reference: event.sourceReference, row: event.sourceRow ?? '–', grade })}
      </div>
    </div>
  );
}
