import { type Command, useDesk } from '../workspace/index.ts';
import { shownMap, switchCrowd, toggle } from './state.ts';

const open = (): boolean => useDesk.getState().fileId !== null && shownMap() !== null;
function command(id: string, label: string, run: Command['run']): Command {
  return { id, label, menu: 'map', when: open, run };
}

export const mapCommands: readonly Command[] = [
  command('map.fit', 'map:act.fit', () => shownMap()?.fit()),
  command('map.zoomIn', 'map:act.zoomIn', () => shownMap()?.zoomBy(1)),
  command('map.zoomOut', 'map:act.zoomOut', () => shownMap()?.zoomBy(-1)),
  command('map.crossings', 'map:act.crossings', () => toggle('crossings')),
  command('map.tracks', 'map:act.tracks', () => toggle('tracks')),
  command('map.heat', 'map:act.heat', switchCrowd),
  command('map.legend', 'map:act.legend', () => toggle('legend')),
  command('map.exportPng', 'map:act.exportPng', () => shownMap()?.exportPng()),
];
