import type { Input, Output } from '../../contract/index.ts';
import { markingLine, markingMeaning } from '../../core/evidence/marking-words.ts';
import { useAsk } from './ask.ts';
import { call } from './call.ts';
import { type Desk, evidenceOf, shownIds, useDesk } from './desk.ts';
import { translate, useMessages } from './messages.ts';

/** What a view shows: the working set by the shared filter, or the whole file where nothing lies on the chart. */
function asked(desk: Desk, whole: boolean): Input<'evidence.marking'> | null {
  const { fileId, filter } = desk;
  if (fileId === null) return null;
  const ids = whole ? null : shownIds(desk);
  return { fileId, ...evidenceOf(filter), ...(ids === null ? {} : { entityIds: [...ids] }) };
}

export interface ShownMarking {
  readonly line: string;
  /** The whole texts of codes and restrictions. */
  readonly meaning: string;
  readonly marking: Output<'evidence.marking'>;
}

/** The effective marking of what the views show; null while no file is open. */
export function useViewMarking(whole = false): ShownMarking | null {
  const t = useMessages();
  const { data } = useAsk('evidence.marking', asked(useDesk(), whole));
  const fileId = useDesk((desk) => desk.fileId);
  if (data === undefined || fileId === null) return null;
  return { line: markingLine(data, t), meaning: markingMeaning(data, t).join('\n'), marking: data };
}

/** The same for what leaves the page: asked anew, so that the newest edit of a source counts. */
export async function viewMarking(whole = false): Promise<ShownMarking | null> {
  const input = asked(useDesk.getState(), whole);
  if (input === null) return null;
  const marking = await call('evidence.marking', input);
  return {
    line: markingLine(marking, translate),
    meaning: markingMeaning(marking, translate).join('\n'),
    marking,
  };
}
