import { duplicateParts } from '../design/clipboard.ts';
import { notesOf, removeChosen } from '../design/notes.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { noSelection, sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';
import { copyByMenu, copySelection, cutSelection, pasteByMenu } from './clipboard.ts';
import { say } from './toast.ts';

const selection = () => sessionStore.getState().selection;
const hasParts = (): boolean => selection().nodes.length + selection().groups.length + selection().notes.length > 0;
const hasAnything = (): boolean => hasParts() || selection().links.length > 0;

function remove(): void {
  const chosen = selection();
  const { edit } = designStore.getState();
  if (!edit('remove', (now) => removeChosen(now, chosen))) return;
  sessionStore.getState().select(noSelection);
  const count = chosen.nodes.length + chosen.groups.length + chosen.notes.length || chosen.links.length;
  say(textOf(sessionStore.getState().locale).events.deleted(count), true);
}

function duplicate(): void {
  const { design, edit } = designStore.getState();
  const copied = duplicateParts(design, selection());
  if (edit('duplicate', () => copied.design)) sessionStore.getState().select(copied.selection);
}

function selectAll(): void {
  const { design } = designStore.getState();
  const { nodes, links, groups } = design;
  const ids = (parts: readonly { id: string }[]) => parts.map((part) => part.id);
  sessionStore.getState().select({ nodes: ids(nodes), links: ids(links), groups: ids(groups), notes: ids(notesOf(design)) });
}

function letGo(): void {
  sessionStore.getState().set({ tool: { name: 'select' } });
  sessionStore.getState().select(noSelection);
}

/** An undone deletion must not leave the selection naming parts that are gone, nor the other way round. */
function keepSelectionAlive(): void {
  const { design } = designStore.getState();
  const { nodes, links, groups } = design;
  const alive = (ids: readonly string[], parts: readonly { id: string }[]) => ids.filter((id) => parts.some((part) => part.id === id));
  const now = selection();
  sessionStore.getState().select({
    nodes: alive(now.nodes, nodes),
    links: alive(now.links, links),
    groups: alive(now.groups, groups),
    notes: alive(now.notes, notesOf(design)),
  });
}

export const editActs: readonly Act[] = [
  {
    id: 'undo',
    group: 'edit',
    shortcuts: [{ code: 'KeyZ', ctrl: true }],
    repeats: true,
    enabled: () => designStore.getState().history.past.length > 0 || designStore.getState().history.gesture !== null,
    perform: () => {
      designStore.getState().undo();
      keepSelectionAlive();
    },
  },
  {
    id: 'redo',
    group: 'edit',
    shortcuts: [
      { code: 'KeyZ', ctrl: true, shift: true },
      { code: 'KeyY', ctrl: true },
    ],
    repeats: true,
    enabled: () => designStore.getState().history.future.length > 0,
    perform: () => {
      designStore.getState().redo();
      keepSelectionAlive();
    },
  },
  // The browser turns Ctrl+C, Ctrl+X and Ctrl+V into clipboard events, which `clipboard.ts` hears; these are for menus.
  { id: 'cut', group: 'edit', shortcuts: [], enabled: hasParts, perform: () => void copyByMenu(cutSelection) },
  { id: 'copy', group: 'edit', shortcuts: [], enabled: hasParts, perform: () => void copyByMenu(copySelection) },
  { id: 'paste', group: 'edit', shortcuts: [], enabled: always, perform: () => void pasteByMenu() },
  { id: 'duplicate', group: 'edit', shortcuts: [{ code: 'KeyD', ctrl: true }], repeats: true, enabled: hasParts, perform: duplicate },
  {
    id: 'remove',
    group: 'edit',
    shortcuts: [{ code: 'Delete' }, { code: 'Backspace' }],
    enabled: hasAnything,
    perform: remove,
  },
  { id: 'selectAll', group: 'edit', shortcuts: [{ code: 'KeyA', ctrl: true }], enabled: always, perform: selectAll },
  { id: 'deselect', group: 'edit', shortcuts: [{ code: 'Escape' }], enabled: always, perform: letGo },
];
