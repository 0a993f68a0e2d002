import { describe, expect, it } from 'vitest';
import { commandFor, type Stroke, shortcutOf } from '../../../../src/renderer/app/shortcuts.ts';
import type { Command } from '../../../../src/renderer/workspace/index.ts';

const stroke = (change: Partial<Stroke>): Stroke => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});
const command = (id: string, shortcut: string, allowed: boolean): Command => ({
  id,
  label: id,
  shortcut,
  menu: 'file',
  when: () => allowed,
  run: () => undefined,
});

describe('shortcutOf', () => {
  it('writes strokes as commands do', () => {
    expect(shortcutOf(stroke({ key: 'k', code: 'KeyK', ctrlKey: true }))).toBe('Ctrl+K');
    expect(shortcutOf(stroke({ key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true }))).toBe(
      'Ctrl+Shift+F',
    );
    expect(shortcutOf(stroke({ key: 'E', code: 'KeyE', shiftKey: true }))).toBe('Shift+E');
    expect(shortcutOf(stroke({ key: 'Delete', code: 'Delete' }))).toBe('Delete');
  });
  it('takes a letter by its place on a Cyrillic layout', () => {
    expect(shortcutOf(stroke({ key: 'у', code: 'KeyE' }))).toBe('E');
    expect(shortcutOf(stroke({ key: 'я', code: 'KeyZ', ctrlKey: true }))).toBe('Ctrl+Z');
  });
  it('takes a Latin letter by its name where the keys are placed otherwise', () => {
    expect(shortcutOf(stroke({ key: 'z', code: 'KeyY', ctrlKey: true }))).toBe('Ctrl+Z');
  });
  it('writes a sign without the Shift it needs on this layout', () => {
    expect(shortcutOf(stroke({ key: '?', code: 'Digit7', shiftKey: true }))).toBe('?');
    expect(shortcutOf(stroke({ key: '+', code: 'Equal', shiftKey: true }))).toBe('+');
  });
});

describe('commandFor', () => {
  it('passes over a command that cannot run now', () => {
    const list = [command('first', 'E', false), command('second', 'E', true)];
    expect(commandFor('E', list)?.id).toBe('second');
    expect(commandFor('H', list)).toBeUndefined();
  });
});
