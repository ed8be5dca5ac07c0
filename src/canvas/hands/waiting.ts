/**
 * The keyboard while something that was asked for by a key is still on its way: a box of the settings, a list, a dialog. Whoever types
 * on means what he asked for, so no key acts on the canvas until it is there; what was typed is put into it.
 */

/** Looked for once a frame, and not for ever: a chunk may never come. */
const mostFrames = 120;

const loneModifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

export interface Awaited {
  /** What is waited for, null as long as it is not there. */
  find: () => HTMLElement | null;
  /** It is there. What was typed since goes to whatever has the focus after this. */
  take?: (found: HTMLElement) => void;
  /** Esc: it is not wanted any more. */
  giveUp?: () => void;
}

let endWaiting: (() => void) | null = null;

/** Waits for one thing; whoever was waited for before is not any more. Does it at once when it is there. */
export function awaitForKeys({ find, take, giveUp }: Awaited): void {
  endWaiting?.();
  let typed = '';
  /** Enter after what was typed: it is taken as soon as the box knows the text. */
  let isEntered = false;
  let frames = 0;
  let isOver = false;

  const onKeyDown = (event: KeyboardEvent): void => {
    // It may have come since the last frame; then this key is its own already.
    if (arrived()) return;
    event.stopImmediatePropagation();
    if (loneModifiers.has(event.key)) return;
    // Commands of the browser stay what they are.
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      end();
      giveUp?.();
    } else if (isEntered) return;
    else if (event.key === 'Enter') isEntered = typed !== '';
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (!event.isComposing && [...event.key].length === 1) typed += event.key;
  };
  const end = (): void => {
    isOver = true;
    endWaiting = null;
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('pointerdown', end, true);
  };
  const arrived = (): boolean => {
    const found = find();
    if (!found) return false;
    end();
    take?.(found);
    const box = document.activeElement;
    if (typed !== '') typeInto(box, typed);
    if (isEntered)
      requestAnimationFrame(() => box?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })));
    return true;
  };
  const look = (): void => {
    if (isOver || arrived()) return;
    if (++frames < mostFrames) requestAnimationFrame(look);
    else end();
  };

  const found = find();
  if (found) {
    take?.(found);
    return;
  }
  endWaiting = end;
  // Before everybody else who listens.
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('pointerdown', end, true);
  requestAnimationFrame(look);
}

/** As if by the keyboard, so that the box's own undo knows it; nothing where nobody can type. */
function typeInto(box: Element | null, typed: string): void {
  if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) document.execCommand('insertText', false, typed);
}
