import { call } from './call.ts';
import { useDesk } from './desk.ts';
import { translate } from './messages.ts';

/** What every print must carry: marking top and bottom, title, author, data cut-off (domain facts §4.2). */
export interface TitleBlock {
  readonly marking: string;
  readonly title: string;
  readonly lines: readonly string[];
}

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The title block of a picture or table of the open file; `name` is the view's own. */
export async function titleBlock(name: string, author?: string): Promise<TitleBlock> {
  const { fileId, filter } = useDesk.getState();
  if (fileId === null) return { marking: '', title: name, lines: [] };
  const [file, { sources }] = await Promise.all([
    call('analysisFile.get', { fileId }),
    call('source.list', { fileId }),
  ]);
  const cutOff = Math.max(file.created, ...sources.map((source) => source.received ?? 0));
  const { from, to } = filter.period;
  const open = translate('common:sheet.open');
  const period = { from: from === null ? open : day(from), to: to === null ? open : day(to) };
  return {
    marking: `${translate(`evidence:level.${file.marking.level}`)} · ${file.marking.handling.join(' ')}`,
    title: `${file.reference} · ${file.title} · ${name}`,
    lines: [
      translate('common:sheet.author', { author: author ?? file.originator, date: day(Date.now()) }),
      translate('common:sheet.cutOff', { date: day(cutOff) }),
      ...(from === null && to === null ? [] : [translate('common:sheet.period', period)]),
    ],
  };
}
