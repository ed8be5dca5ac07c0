/**
 * Copy, cut and paste as text, so that parts cross tabs and designs. Ctrl+C and its kin arrive as the browser's own clipboard
 * events, which need no permission; menus ask the clipboard instead, and fall back to what was copied here last.
 */

import { copyParts, pasteParts } from '../design/clipboard.ts';
import type { Point } from '../design/edits.ts';
import { removeChosen } from '../design/notes.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { openDrawingText } from '../store/openFile.ts';
import { openLink } from '../store/persistence.ts';
import { noSelection, sessionStore } from '../store/sessionStore.ts';
import { isTyping } from './keyboard.ts';
import { say } from './toast.ts';

let copiedHere = '';

/** The text of the selected parts, or null when nothing is selected that can be copied. */
export function copySelection(): string | null {
  const { selection } = sessionStore.getState();
  if (selection.nodes.length + selection.groups.length + selection.notes.length === 0) return null;
  copiedHere = copyParts(designStore.getState().design, selection);
  return copiedHere;
}

export function cutSelection(): string | null {
  const text = copySelection();
  if (text === null) return null;
  const { selection, select } = sessionStore.getState();
  designStore.getState().edit('cut', (design) => removeChosen(design, selection));
  select(noSelection);
  return text;
}

/** Parts are added and selected, with their upper left corner at `at`; a link opens as a look. Anything else changes nothing. */
export function pasteText(text: string, at?: Point): void {
  if (/#a\d+\./.test(text) || /^\s*a\d+\.[\w-]+\./.test(text)) {
    void openLink(text.trim());
    return;
  }
  const { design, edit } = designStore.getState();
  const pasted = pasteParts(design, text, at);
  if (!pasted || 'error' in pasted) {
    void pasteDrawing(text);
    return;
  }
  edit('paste', () => pasted.design);
  sessionStore.getState().select(pasted.selection);
}

/** No parts of ours: perhaps another program's drawing, which becomes a document of its own. */
async function pasteDrawing(text: string): Promise<void> {
  if (!(await openDrawingText(text))) say(textOf(sessionStore.getState().locale).events.pasteFailed);
}

export async function copyByMenu(take: () => string | null): Promise<void> {
  const text = take();
  if (text === null) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not allowed: pasting here still works, from memory.
  }
}

export async function pasteByMenu(at?: Point): Promise<void> {
  let text = copiedHere;
  try {
    text = (await navigator.clipboard.readText()) || copiedHere;
  } catch {
    // Not allowed or not offered by this browser.
  }
  if (text === '') say(textOf(sessionStore.getState().locale).events.clipboardDenied);
  else pasteText(text, at);
}

/** Listens to the page's clipboard events. Returns how to stop. */
export function startClipboard(): () => void {
  const take = (event: ClipboardEvent, text: () => string | null) => {
    if (isTyping(event.target) || !getSelection()?.isCollapsed || document.querySelector('dialog[open]')) return;
    const copied = text();
    if (copied === null) return;
    event.clipboardData?.setData('text/plain', copied);
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => take(event, copySelection);
  const onCut = (event: ClipboardEvent) => take(event, cutSelection);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '' || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    pasteText(text);
  };
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCut);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCut);
    document.removeEventListener('paste', onPaste);
  };
}
