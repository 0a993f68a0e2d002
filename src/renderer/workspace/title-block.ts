import { call } from './call.ts';
import { isoDay } from './days.ts';
import { useDesk } from './desk.ts';
import { translate } from './messages.ts';
import { viewMarking } from './view-marking.ts';

/** What every print must carry: marking top and bottom, title, author, data cut-off (domain facts §4.2). */
export interface TitleBlock {
  readonly marking: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The title block of a picture or table of the open file; `name` is the view's own. */
export async function titleBlock(name: string, author?: string): Promise<TitleBlock> {
  const { fileId, filter, timeZone } = useDesk.getState();
  if (fileId === null) return { marking: '', title: name, lines: [] };
  const [file, { sources }, marking] = await Promise.all([
    call('analysisFile.get', { fileId }),
    call('source.list', { fileId }),
    viewMarking(),
  ]);
  const cutOff = Math.max(file.created, ...sources.map((source) => source.received ?? 0));
  const { from, to } = filter.period;
  const open = translate('common:sheet.open');
  const day = (instant: number): string => isoDay(instant, timeZone);
  // The end is the first instant that does not belong to the period.
  const period = { from: from === null ? open : day(from), to: to === null ? open : day(to - 1) };
  return {
    marking: marking?.line ?? '',
    title: `${file.reference} · ${file.title} · ${name}`,
    lines: [
      ...(marking?.marking.handlingTexts ?? []).map((text) => `H3: ${text}`),
      translate('common:sheet.author', { author: author ?? file.originator, date: day(Date.now()) }),
      translate('common:sheet.cutOff', { date: day(cutOff) }),
      ...(from === null && to === null ? [] : [translate('common:sheet.period', period)]),
    ],
  };
}
