import { describe, expect, it } from 'vitest';
import { acts } from './acts.ts';
import { actFor } from './keyboard.ts';
import { isCharacter, isPressed, type Pressed, shortcutText } from './shortcut.ts';

const pressed = (code: string, key: string, keys: Partial<Pressed> = {}): Pressed => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...keys,
});
const actOf = (event: Pressed, letterKeys = true): string | undefined => actFor(acts, event, letterKeys)?.id;

describe('shortcuts', () => {
  it('are pressed with Ctrl or Command', () => {
    const undo = { code: 'KeyZ', ctrl: true };
    expect(isPressed(undo, pressed('KeyZ', 'z', { ctrlKey: true }))).toBe(true);
    expect(isPressed(undo, pressed('KeyZ', 'z', { metaKey: true }))).toBe(true);
    expect(isPressed(undo, pressed('KeyZ', 'Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed(undo, pressed('KeyZ', 'z'))).toBe(false);
  });

  it.each([
    ['a Korean keyboard', pressed('KeyZ', 'ㅋ', { ctrlKey: true }), 'undo'],
    ['a Korean keyboard, a letter alone', pressed('KeyC', 'ㅊ'), 'connect'],
    ['an input method that says nothing', pressed('KeyM', 'Process'), 'move'],
    ['AZERTY: Z stands where W stands elsewhere', pressed('KeyW', 'z', { ctrlKey: true }), 'undo'],
    ['AZERTY: the slash is a shifted colon', pressed('Period', '/', { shiftKey: true }), 'addPart'],
    ['AZERTY: the question mark is a shifted comma', pressed('KeyM', '?', { shiftKey: true }), 'shortcuts'],
    ['AZERTY: a full stop is shifted', pressed('Comma', '.', { shiftKey: true }), 'stepFrame'],
    ['QWERTZ: the slash is a shifted 7', pressed('Digit7', '/', { shiftKey: true }), 'addPart'],
    ['QWERTZ: brackets need AltGr, which says Ctrl and Alt', pressed('Digit8', '[', { ctrlKey: true, altKey: true }), 'slower'],
    ['QWERTZ: plus has a key of its own', pressed('BracketRight', '+'), 'moreInstances'],
    ['a number pad', pressed('NumpadAdd', '+'), 'moreInstances'],
    ['a US keyboard: slash', pressed('Slash', '/'), 'addPart'],
    ['a US keyboard: question mark', pressed('Slash', '?', { shiftKey: true }), 'shortcuts'],
    ['a US keyboard: Shift and 1', pressed('Digit1', '!', { shiftKey: true }), 'zoomFit'],
    ['the second way to the palette', pressed('KeyP', 'P', { ctrlKey: true, shiftKey: true }), 'commands'],
  ])('work on %s', (_keyboard, event, id) => expect(actOf(event)).toBe(id));

  it('do not mistake the place of a letter for the letter', () => {
    // AZERTY: what stands in the place of Z is W
    expect(actOf(pressed('KeyZ', 'w', { ctrlKey: true }))).toBeUndefined();
    expect(actOf(pressed('KeyQ', 'a', { ctrlKey: true }))).toBe('selectAll');
  });

  it('rest while they are letters and turned off; those with Ctrl and named keys go on', () => {
    expect(actOf(pressed('KeyC', 'c'), false)).toBeUndefined();
    expect(actOf(pressed('Slash', '/'), false)).toBeUndefined();
    expect(actOf(pressed('Digit1', '!', { shiftKey: true }), false)).toBeUndefined();
    expect(actOf(pressed('Space', ' '), false)).toBe('playPause');
    expect(actOf(pressed('KeyZ', 'z', { ctrlKey: true }), false)).toBe('undo');
    expect(actOf(pressed('KeyK', 'k', { ctrlKey: true }), false)).toBe('commands');
    for (const act of acts)
      for (const each of act.shortcuts) if (/^Key.$/.test(each.code)) expect(isCharacter(each)).toBe(!each.ctrl && !each.alt);
  });

  it('read as people write them', () => {
    expect(shortcutText({ code: 'KeyZ', ctrl: true, shift: true }, false)).toBe('Ctrl+Shift+Z');
    expect(shortcutText({ code: 'KeyZ', ctrl: true, shift: true }, true)).toBe('⇧⌘Z');
    expect(shortcutText({ code: 'Slash', shift: true }, false)).toBe('?');
    expect(shortcutText({ code: 'Slash' }, false)).toBe('/');
    expect(shortcutText({ code: 'Equal', shift: true }, false)).toBe('+');
    expect(shortcutText({ code: 'Period', shift: true }, false)).toBe('Shift+.');
    expect(shortcutText({ code: 'Space' }, false)).toBe('Space');
  });

  it('are given to one act each', () => {
    const taken = acts.flatMap((act) => act.shortcuts.map((shortcut) => shortcutText(shortcut, false)));
    expect(new Set(taken).size).toBe(taken.length);
  });
});
