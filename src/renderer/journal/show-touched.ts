import { call, notify, select, showPanel, translate, useDesk } from '../workspace/index.ts';

/** Selects what an entry touched in every view: on the chart where it stands there, else in the inspector. */
export async function showTouched(entryId: string): Promise<void> {
  const { leftOff, ...found } = await call('journal.touched', { entryId });
  const count = found.entityIds.length + found.linkKeys.length + found.eventIds.length;
  if (count === 0) {
    notify(translate('journal:nothingThere'), false);
    return;
  }
  select(found);
  const { entities } = useDesk.getState();
  showPanel(found.entityIds.some((id) => entities.has(id)) ? 'chart' : 'inspector');
  if (leftOff > 0) notify(translate('journal:leftOff', { count: leftOff }));
}
