/** Keys of presenter mode: those of a remote control first, which has two or three of them. Pure. */

import { type Pressed, strokeOf } from '../../actions/shortcut.ts';

export type PresenterKey = 'next' | 'previous' | 'black' | 'code' | 'timer' | 'leave';

/** Remote controls write PageDown, PageUp, and a full stop or a B. */
const named: Readonly<Record<string, PresenterKey>> = { PageDown: 'next', PageUp: 'previous', Escape: 'leave' };
/** Signs alone, which whoever speaks to a computer turns off. */
const signs: Readonly<Record<string, PresenterKey>> = { KeyB: 'black', Period: 'black', KeyQ: 'code', KeyT: 'timer', KeyF: 'leave' };

/** What a key means while presenting; null for a key that means what it always means. */
export function presenterKey(event: Pressed, letterKeys: boolean): PresenterKey | null {
  const { code, ctrl, shift, alt } = strokeOf(event);
  if (ctrl || shift || alt) return null;
  return named[code] ?? (letterKeys ? (signs[code] ?? null) : null);
}

/** Which answer gets a vote more by this key, from 0; null when it is no digit. */
export function votedBy({ key, ctrlKey, metaKey, altKey }: Pressed, letterKeys: boolean): number | null {
  return letterKeys && !ctrlKey && !metaKey && !altKey && /^[1-9]$/.test(key) ? Number(key) - 1 : null;
}
