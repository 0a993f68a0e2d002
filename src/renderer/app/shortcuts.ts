import { allCommands, type Command } from '../workspace/index.ts';

/** Keys that belong to a text field while one types in it. */
const FIELD_KEYS: ReadonlySet<string> = new Set([
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+I',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Y',
  'Ctrl+Z',
]);

export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The key's name; a letter counts by its place when the layout is not Latin, so that E works on a Ukrainian one. */
function keyName(stroke: Stroke): string {
  const letter = /^Key([A-Z])$/.exec(stroke.code)?.[1];
  if (/^[a-z]$/i.test(stroke.key)) return stroke.key.toUpperCase();
  if (letter !== undefined) return letter;
  const digit = /^Digit([0-9])$/.exec(stroke.code)?.[1];
  if (digit !== undefined && stroke.ctrlKey) return digit;
  return stroke.key;
}

/** A stroke as commands write it: "Ctrl+Shift+F", "E", "?". */
export function shortcutOf(stroke: Stroke): string {
  const name = keyName(stroke);
  const sign = name.length === 1 && !/[A-Z0-9]/.test(name);
  const parts = [stroke.ctrlKey || stroke.metaKey ? 'Ctrl' : '', stroke.altKey ? 'Alt' : ''];
  if (stroke.shiftKey && !sign) parts.push('Shift');
  return [...parts.filter((part) => part !== ''), name].join('+');
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** Finding in a view is a search of the file: what it finds is selected in every view. */
const SAME_AS: ReadonlyMap<string, string> = new Map([['Ctrl+F', 'Ctrl+Shift+F']]);

export function commandFor(shortcut: string, commands: readonly Command[]): Command | undefined {
  const wanted = SAME_AS.get(shortcut) ?? shortcut;
  return commands.find((command) => command.shortcut === wanted && command.when());
}

/** Every key stroke of the window that is nobody's own. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
  const shortcut = shortcutOf(event);
  const withControl = event.ctrlKey || event.metaKey;
  if (isField(event.target) && (!withControl || FIELD_KEYS.has(shortcut))) return;
  const command = commandFor(shortcut, allCommands());
  if (command === undefined) return;
  event.preventDefault();
  void command.run();
}
