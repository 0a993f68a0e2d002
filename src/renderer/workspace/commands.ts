/**
 * A command is a record: menus, palette, right-click, shortcuts and the `?` sheet are built from the list.
 * `label` is a message key with its namespace ("chart:act.expand"); `shortcut` like "Ctrl+K", "E", "Shift+E".
 */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string;
  /** Menu it stands in: file, edit, view, chart, map, timeline, questions, tools, help. */
  readonly menu: string;
  /** True when it can run now; palette and menu grey it out otherwise. */
  when(): boolean;
  run(): void | Promise<void>;
}

const commands = new Map<string, Command>();
const listeners = new Set<() => void>();

/** Registers a view's commands; returns the function that takes them away again. */
export function registerCommands(list: readonly Command[]): () => void {
  for (const command of list) commands.set(command.id, command);
  for (const listener of listeners) listener();
  return () => {
    for (const command of list) commands.delete(command.id);
    for (const listener of listeners) listener();
  };
}
export function allCommands(): readonly Command[] {
  return [...commands.values()];
}
export function onCommandsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
