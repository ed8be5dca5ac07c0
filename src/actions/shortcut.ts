/** Key combinations by the place of a key (`event.code`), so that they work while a Korean or other keyboard is on. */

export interface Shortcut {
  code: string;
  /** Ctrl, or Command on a Mac. */
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** What a keyboard event has to say; a subset, so that tests need no browser. */
export interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export function isPressed(shortcut: Shortcut, event: Pressed): boolean {
  return (
    shortcut.code === event.code &&
    Boolean(shortcut.ctrl) === (event.ctrlKey || event.metaKey) &&
    Boolean(shortcut.shift) === event.shiftKey &&
    Boolean(shortcut.alt) === event.altKey
  );
}

const names: Readonly<Record<string, string>> = {
  Slash: '/',
  Period: '.',
  Comma: ',',
  Minus: '-',
  Equal: '+',
  BracketLeft: '[',
  BracketRight: ']',
  Escape: 'Esc',
  Delete: 'Del',
};

/** As it stands in menus: "Ctrl+Shift+Z", or "⇧⌘Z" on a Mac. */
export function shortcutText(shortcut: Shortcut, isMac: boolean): string {
  // The question mark is a shifted slash on most keyboards; people look for the sign.
  if (shortcut.code === 'Slash' && shortcut.shift) return '?';
  const key = names[shortcut.code] ?? shortcut.code.replace(/^(Key|Digit)/, '');
  if (isMac) return `${shortcut.alt ? '⌥' : ''}${shortcut.shift ? '⇧' : ''}${shortcut.ctrl ? '⌘' : ''}${key}`;
  return [shortcut.ctrl ? 'Ctrl' : '', shortcut.alt ? 'Alt' : '', shortcut.shift ? 'Shift' : '', key].filter(Boolean).join('+');
}

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
