import { expect, it } from 'vitest';
import type { Pressed } from '../../actions/shortcut.ts';
import { presenterKey, votedBy } from './presenterKeys.ts';

const pressed = (code: string, key: string, keys: Partial<Pressed> = {}): Pressed => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...keys,
});

it.each([
  ['forward on a remote control', pressed('PageDown', 'PageDown'), 'next'],
  ['back on a remote control', pressed('PageUp', 'PageUp'), 'previous'],
  ['the black button of one', pressed('Period', '.'), 'black'],
  ['the black button of another', pressed('KeyB', 'b'), 'black'],
  ['a Korean keyboard', pressed('KeyB', 'ㅠ'), 'black'],
  ['AZERTY: a full stop is shifted', pressed('Comma', '.', { shiftKey: true }), 'black'],
  ['Q', pressed('KeyQ', 'q'), 'code'],
  ['T', pressed('KeyT', 't'), 'timer'],
  ['F', pressed('KeyF', 'f'), 'leave'],
  ['Esc', pressed('Escape', 'Escape'), 'leave'],
])('%s', (_what, event, key) => expect(presenterKey(event, true)).toBe(key));

it('leaves every other key to those who have it', () => {
  for (const event of [
    pressed('Space', ' '),
    pressed('KeyQ', 'a'),
    pressed('KeyB', 'b', { ctrlKey: true }),
    pressed('KeyF', 'f', { ctrlKey: true }),
    pressed('Period', '>', { shiftKey: true }),
    pressed('ArrowRight', 'ArrowRight'),
  ])
    expect(presenterKey(event, true)).toBeNull();
});

it('hears no letters where they are turned off, and remote controls all the same', () => {
  for (const code of ['KeyB', 'KeyQ', 'KeyT', 'KeyF', 'Period']) expect(presenterKey(pressed(code, ''), false)).toBeNull();
  expect(presenterKey(pressed('PageDown', 'PageDown'), false)).toBe('next');
  expect(presenterKey(pressed('Escape', 'Escape'), false)).toBe('leave');
});

it('counts hands by digits', () => {
  expect(votedBy(pressed('Digit1', '1'), true)).toBe(0);
  expect(votedBy(pressed('Numpad3', '3'), true)).toBe(2);
  expect(votedBy(pressed('Digit0', '0'), true)).toBeNull();
  expect(votedBy(pressed('Digit1', '1', { ctrlKey: true }), true)).toBeNull();
  expect(votedBy(pressed('Digit1', '1'), false)).toBeNull();
});
