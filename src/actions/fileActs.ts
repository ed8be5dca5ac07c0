import { emptyDesign } from '../design/edits.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { hasPageFile, plainName, saveFile, savePage, saveText } from '../store/files.ts';
import { openFile } from '../store/openFile.ts';
import { newDocument } from '../store/persistence.ts';
import { type DialogName, sessionStore } from '../store/sessionStore.ts';
import { type Act, always, unlessStrict } from './act.ts';
import { say } from './toast.ts';

const show = (dialog: DialogName) => () => sessionStore.getState().set({ dialog });

/** Asks for a file and opens it; no file chosen changes nothing. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.mmd,.mermaid,.md,.yml,.yaml,.drawio,.xml,application/json,text/*';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void openFile(file);
  });
  input.click();
}

/** For a README or a wiki; where the clipboard is closed, as a file. */
async function copyMermaid(): Promise<void> {
  const { writeMermaid } = await import('../exchange/writeMermaid.ts');
  const { design } = designStore.getState();
  const text = writeMermaid(design);
  const words = textOf(sessionStore.getState().locale).events;
  try {
    await navigator.clipboard.writeText(text);
    say(words.mermaidCopied);
  } catch {
    saveText(text, `${plainName(design.title)}.mmd`, 'text/plain');
  }
}

export const fileActs: readonly Act[] = [
  {
    id: 'commands',
    group: 'file',
    shortcuts: [
      { code: 'KeyK', ctrl: true },
      { code: 'KeyP', ctrl: true, shift: true },
    ],
    everywhere: true,
    enabled: always,
    perform: show('commands'),
  },
  { id: 'learn', group: 'file', shortcuts: [], enabled: unlessStrict, perform: show('learn') },
  { id: 'templates', group: 'file', shortcuts: [], enabled: unlessStrict, perform: show('templates') },
  { id: 'blank', group: 'file', shortcuts: [], enabled: always, perform: () => void newDocument(emptyDesign()) },
  { id: 'openFile', group: 'file', shortcuts: [{ code: 'KeyO', ctrl: true }], enabled: always, perform: chooseFile },
  {
    id: 'saveFile',
    group: 'file',
    shortcuts: [{ code: 'KeyS', ctrl: true }],
    enabled: always,
    perform: () => void saveFile(),
  },
  {
    id: 'copyMermaid',
    group: 'file',
    shortcuts: [],
    enabled: () => designStore.getState().design.nodes.length > 0,
    perform: () => void copyMermaid(),
  },
  { id: 'versions', group: 'file', shortcuts: [], enabled: always, perform: show('versions') },
  { id: 'savePage', group: 'file', shortcuts: [], enabled: () => hasPageFile, perform: savePage },
  { id: 'share', group: 'file', shortcuts: [], enabled: always, perform: show('share') },
  { id: 'report', group: 'file', shortcuts: [], enabled: always, perform: show('report') },
  {
    id: 'shortcuts',
    group: 'file',
    shortcuts: [{ code: 'Slash', shift: true }],
    enabled: always,
    perform: show('shortcuts'),
  },
  {
    id: 'toggleLetterKeys',
    group: 'file',
    shortcuts: [],
    enabled: always,
    perform: () => sessionStore.getState().set({ letterKeys: !sessionStore.getState().letterKeys }),
  },
  { id: 'glossary', group: 'file', shortcuts: [], enabled: always, perform: show('glossary') },
  { id: 'about', group: 'file', shortcuts: [], enabled: always, perform: show('about') },
  { id: 'interview', group: 'file', shortcuts: [], enabled: always, perform: show('interview') },
  { id: 'marking', group: 'file', shortcuts: [], enabled: always, perform: show('marking') },
  { id: 'erase', group: 'file', shortcuts: [], enabled: always, perform: show('erase') },
  { id: 'physics', group: 'file', shortcuts: [], enabled: always, perform: show('physics') },
];
