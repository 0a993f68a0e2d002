import { findLike } from '../matching/index.ts';
import {
  type Command,
  checkPen,
  factPen,
  LANGUAGES,
  openFile,
  type PanelId,
  showPanel,
  useDesk,
  useSelection,
} from '../workspace/index.ts';
import { closeActivePanel, resetLayout } from './layout.ts';
import { type Overlay, showOverlay } from './overlays.ts';
import { lockNow, useSession } from './session.ts';
import { changeSettings, type Settings } from './settings.ts';

const always = (): boolean => true;
const fileOpen = (): boolean => useDesk.getState().fileId !== null;
const pairSelected = (): boolean => fileOpen() && useSelection.getState().entityIds.length === 2;
const oneSelected = (): boolean => fileOpen() && useSelection.getState().entityIds.length > 0;
const severalSelected = (): boolean => fileOpen() && useSelection.getState().entityIds.length > 1;
const lineSelected = (): boolean => fileOpen() && useSelection.getState().linkKeys.length > 0;
const eventSelected = (): boolean => fileOpen() && useSelection.getState().eventIds.length > 0;
const unlocked = (): boolean => useSession.getState().status?.state === 'unlocked';

function panel(id: PanelId, menu: string, shortcut?: string): Command {
  const run = (): void => showPanel(id);
  const base = { id: `panel.${id}`, label: `common:panel.${id}`, menu, when: fileOpen, run };
  return shortcut === undefined ? base : { ...base, shortcut };
}
function overlay(id: Overlay, menu: string, when: () => boolean, shortcut?: string): Command {
  const run = (): void => showOverlay(id);
  const base = { id: `open.${id}`, label: `common:command.${id}`, menu, when, run };
  return shortcut === undefined ? base : { ...base, shortcut };
}
function theme(name: Settings['theme']): Command {
  const run = (): Promise<void> => changeSettings({ theme: name });
  return { id: `theme.${name}`, label: `common:theme.${name}`, menu: 'view', when: always, run };
}

const languages: readonly Command[] = LANGUAGES.map((name) => ({
  id: `language.${name}`,
  label: `common:language.${name}`,
  menu: 'view',
  when: always,
  run: () => changeSettings({ language: name }),
}));

/** What the frame itself can do; the views bring their own. */
export const frameCommands: readonly Command[] = [
  overlay('new-file', 'file', unlocked),
  {
    id: 'open.other-file',
    label: 'common:command.other-file',
    menu: 'file',
    when: fileOpen,
    run: () => openFile(null),
  },
  panel('import', 'file', 'Ctrl+O'),
  panel('exchange', 'file'),
  {
    id: 'file.lock',
    label: 'common:command.lock',
    menu: 'file',
    shortcut: 'Ctrl+L',
    when: unlocked,
    run: lockNow,
  },
  overlay('keys', 'file', unlocked),
  overlay('new-entity', 'edit', fileOpen, 'N'),
  overlay('new-link', 'edit', pairSelected, 'L'),
  {
    id: 'inspector.addFact',
    label: 'common:command.add-fact',
    menu: 'edit',
    shortcut: 'S',
    when: oneSelected,
    run: factPen.ask,
  },
  {
    id: 'inspector.addCheck',
    label: 'common:command.add-check',
    menu: 'edit',
    shortcut: 'K',
    when: oneSelected,
    run: checkPen.ask,
  },
  overlay('new-event', 'edit', oneSelected),
  overlay('edit-entity', 'edit', oneSelected, 'F2'),
  overlay('delete-entity', 'edit', oneSelected, 'Shift+Delete'),
  overlay('merge', 'edit', severalSelected, 'M'),
  panel('matching', 'edit', 'Ctrl+0'),
  {
    id: 'matching.find-like',
    label: 'matching:findLike',
    menu: 'edit',
    when: oneSelected,
    run: () => findLike(useSelection.getState().entityIds[0] ?? ''),
  },
  overlay('edit-link', 'edit', lineSelected),
  overlay('edit-event', 'edit', eventSelected),
  overlay('edit-file', 'file', fileOpen),
  panel('journal', 'edit', 'Ctrl+Shift+Z'),
  panel('chart', 'view', 'Ctrl+1'),
  panel('map', 'view', 'Ctrl+2'),
  panel('timeline', 'view', 'Ctrl+3'),
  panel('table', 'view', 'Ctrl+4'),
  panel('explorer', 'view', 'Ctrl+5'),
  panel('inspector', 'view', 'Ctrl+6'),
  {
    id: 'view.close-panel',
    label: 'common:command.close-panel',
    menu: 'view',
    when: fileOpen,
    run: closeActivePanel,
  },
  {
    id: 'view.reset',
    label: 'common:command.reset-layout',
    menu: 'view',
    when: fileOpen,
    run: resetLayout,
  },
  theme('light'),
  theme('dark'),
  theme('system'),
  ...languages,
  panel('sources', 'view', 'Ctrl+8'),
  panel('people', 'view', 'Ctrl+9'),
  panel('lists', 'tools'),
  panel('checks', 'view'),
  panel('questions', 'questions', 'Ctrl+7'),
  panel('search', 'tools', 'Ctrl+Shift+F'),
  overlay('palette', 'tools', unlocked, 'Ctrl+K'),
  panel('training', 'help'),
  panel('audit', 'tools'),
  overlay('shortcuts', 'help', always, '?'),
];
