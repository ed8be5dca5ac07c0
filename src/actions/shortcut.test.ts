import { describe, expect, it } from 'vitest';
import { acts } from './acts.ts';
import { isPressed, type Pressed, shortcutText } from './shortcut.ts';

const pressed = (code: string, keys: Partial<Pressed> = {}): Pressed => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...keys,
});

describe('shortcuts', () => {
  it('go by the place of the key, with Ctrl or Command', () => {
    const undo = { code: 'KeyZ', ctrl: true };
    expect(isPressed(undo, pressed('KeyZ', { ctrlKey: true }))).toBe(true);
    expect(isPressed(undo, pressed('KeyZ', { metaKey: true }))).toBe(true);
    expect(isPressed(undo, pressed('KeyZ', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed(undo, pressed('KeyZ'))).toBe(false);
  });

  it('read as people write them', () => {
    expect(shortcutText({ code: 'KeyZ', ctrl: true, shift: true }, false)).toBe('Ctrl+Shift+Z');
    expect(shortcutText({ code: 'KeyZ', ctrl: true, shift: true }, true)).toBe('⇧⌘Z');
    expect(shortcutText({ code: 'Slash', shift: true }, false)).toBe('?');
    expect(shortcutText({ code: 'Space' }, false)).toBe('Space');
  });

  it('are given to one act each', () => {
    const taken = acts.flatMap((act) => act.shortcuts.map((shortcut) => shortcutText(shortcut, false)));
    expect(new Set(taken).size).toBe(taken.length);
  });
});
