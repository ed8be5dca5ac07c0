/** Writing notes: one stay in a note is one undo step, and a note that is left empty is gone. */

import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';
import { addNote, notesOf, removeNotes, resizeNote, setNoteText, usualNote } from '../design/notes.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { boxOf, snapped } from './cardGeometry.ts';
import { flowIdOfNote } from './flowAdapter.ts';
import { freeSpot } from './freeSpot.ts';
import { focusNode, viewCentre } from './viewport.ts';

/** The note that is being written in. */
export const noteStore = createStore<{ open: Id | null }>()(() => ({ open: null }));

/** A new note with its middle at a place, or near the middle of what is seen, ready for words. */
export function startNote(middle?: { x: number; y: number }): void {
  leaveNote();
  const { design, beginGesture, edit } = designStore.getState();
  const { width, height } = usualNote;
  const wanted = middle ?? viewCentre();
  const corner = { x: snapped(wanted.x - width / 2), y: snapped(wanted.y - height / 2) };
  const taken = [...design.nodes.map(boxOf), ...notesOf(design)];
  const at = middle ? corner : freeSpot(taken, { ...corner, width, height });
  beginGesture('addNote');
  edit('addNote', (now) => addNote(now, at));
  const added = notesOf(designStore.getState().design).at(-1);
  if (!added || designStore.getState().design === design) {
    designStore.getState().endGesture();
    return;
  }
  sessionStore.getState().select({ notes: [added.id] });
  noteStore.setState({ open: added.id });
}

export function openNote(id: Id): void {
  const note = notesOf(designStore.getState().design).find((each) => each.id === id);
  if (noteStore.getState().open === id || !note || note.stranger) return;
  leaveNote();
  designStore.getState().beginGesture('editNote');
  sessionStore.getState().select({ notes: [id] });
  noteStore.setState({ open: id });
}

/** `needed`: the height that shows all its words. A note grows with them and is made smaller by hand only. */
export function writeNote(id: Id, text: string, needed: number): void {
  designStore.getState().edit('editNote', (design) => {
    const written = setNoteText(design, id, text);
    const note = notesOf(written).find((each) => each.id === id);
    return note && needed > note.height ? resizeNote(written, id, { ...note, height: Math.ceil(needed / 8) * 8 }) : written;
  });
}

/** Ends the writing, and the undo step with it. */
export function leaveNote(): void {
  const { open } = noteStore.getState();
  if (open === null) return;
  noteStore.setState({ open: null });
  const { design, edit, endGesture, history } = designStore.getState();
  const note = notesOf(design).find(({ id }) => id === open);
  if (note && note.text.trim() === '') {
    const before = history.gesture?.design;
    const wasThere = before && notesOf(before).some(({ id }) => id === open);
    // One that was never written in leaves no step either.
    edit('editNote', (now) => (wasThere || !before ? removeNotes(now, [open]) : before));
    sessionStore.getState().select({});
  }
  endGesture();
}

/** Puts the keyboard on the note itself. */
export const focusNote = (id: Id): void => focusNode(flowIdOfNote(id));
