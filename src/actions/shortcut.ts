/**
 * Key combinations. A key is known by the letter or sign that it writes, so that AZERTY and Dvorak work; by its place
 * (`event.code`) where it writes no Latin letter, so that they work while a Korean or other keyboard is on.
 */

export interface Shortcut {
  /** The key's place on a US keyboard. */
  code: string;
  /** Ctrl, or Command on a Mac. */
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** What a keyboard event has to say; a subset, so that tests need no browser. */
export interface Pressed {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** The sign of a place, and the one with Shift. */
const signs: Readonly<Record<string, string>> = {
  Slash: '/?',
  Period: '.>',
  Comma: ',<',
  BracketLeft: '[{',
  BracketRight: ']}',
  Minus: '-_',
  Equal: '=+',
};

/** A pressed key in the terms of shortcuts. */
export function strokeOf({ code, key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Required<Shortcut> {
  const stroke = { code, ctrl: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
  if (/^[a-z]$/i.test(key)) return { ...stroke, code: `Key${key.toUpperCase()}` };
  if (key === 'Enter') return { ...stroke, code: key };
  for (const [place, pair] of Object.entries(signs)) {
    const at = key === '' ? -1 : pair.indexOf(key);
    if (at < 0) continue;
    // Elsewhere Shift or AltGr, which says Ctrl and Alt, may be what writes the sign; then they are no part of the shortcut.
    const isWritten = place !== code && altKey;
    return { code: place, ctrl: stroke.ctrl && !isWritten, shift: at === 1, alt: altKey && !isWritten };
  }
  return stroke;
}

export function isPressed(shortcut: Shortcut, event: Pressed): boolean {
  const { code, ctrl, shift, alt } = strokeOf(event);
  return shortcut.code === code && Boolean(shortcut.ctrl) === ctrl && Boolean(shortcut.shift) === shift && Boolean(shortcut.alt) === alt;
}

/** A letter, digit or sign without Ctrl or Alt: who speaks to a computer types such by accident, so they can be turned off. */
export const isCharacter = ({ code, ctrl, alt }: Shortcut): boolean => !ctrl && !alt && (/^(Key|Digit)/.test(code) || code in signs);

const names: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** As it stands in menus: "Ctrl+Shift+Z", or "⇧⌘Z" on a Mac. */
export function shortcutText({ code, ctrl, shift, alt }: Shortcut, isMac: boolean): string {
  // People look for the sign that is on the key.
  const pair = signs[code];
  const isSign = pair !== undefined && (code === 'Slash' || code === 'Equal') && shift && !ctrl && !alt;
  const key = isSign ? pair[1] : (pair?.[0] ?? names[code] ?? code.replace(/^(Key|Digit)/, ''));
  const withShift = shift && !isSign;
  if (isMac) return `${alt ? '⌥' : ''}${withShift ? '⇧' : ''}${ctrl ? '⌘' : ''}${key}`;
  return [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', withShift ? 'Shift' : '', key].filter(Boolean).join('+');
}

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
