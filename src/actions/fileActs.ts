import { emptyDesign } from '../design/edits.ts';
import { saveFile } from '../store/files.ts';
import { newDocument, openFile } from '../store/persistence.ts';
import { type DialogName, sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';

const show = (dialog: DialogName) => () => sessionStore.getState().set({ dialog });

/** Asks for a file and opens it; no file chosen changes nothing. */
export function chooseFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void openFile(file);
  });
  input.click();
}

export const fileActs: readonly Act[] = [
  { id: 'templates', group: 'file', shortcuts: [], enabled: always, perform: show('templates') },
  { id: 'blank', group: 'file', shortcuts: [], enabled: always, perform: () => void newDocument(emptyDesign()) },
  { id: 'openFile', group: 'file', shortcuts: [{ code: 'KeyO', ctrl: true }], enabled: always, perform: chooseFile },
  {
    id: 'saveFile',
    group: 'file',
    shortcuts: [{ code: 'KeyS', ctrl: true }],
    enabled: always,
    perform: () => void saveFile(),
  },
  { id: 'share', group: 'file', shortcuts: [], enabled: always, perform: show('share') },
  { id: 'report', group: 'file', shortcuts: [], enabled: always, perform: show('report') },
  {
    id: 'shortcuts',
    group: 'file',
    shortcuts: [{ code: 'Slash', shift: true }],
    enabled: always,
    perform: show('shortcuts'),
  },
  { id: 'about', group: 'file', shortcuts: [], enabled: always, perform: show('about') },
  { id: 'physics', group: 'file', shortcuts: [], enabled: always, perform: show('physics') },
];
