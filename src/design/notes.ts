/** Notes on the canvas: plain words beside the parts. Nothing of a run hangs on them. Pure: Design in, Design out. */

import type { Design, DesignNote, Id } from './design.ts';
import { type Parts, type Point, place, removeParts } from './edits.ts';
import { freshId, takenIds } from './ids.ts';
import { cleanLine } from './text.ts';

export const longestNote = 2000;
export const mostNotes = 200;
export const smallestNote = { width: 120, height: 56 } as const;
export const usualNote = { width: 240, height: 96 } as const;

export const notesOf = (design: Pick<Design, 'notes'>): readonly DesignNote[] => design.notes ?? [];

/** Words as a note keeps them: lines stay lines, everything else that controls a text goes. */
export function cleanNote(text: string): string {
  const lines = text
    .slice(0, longestNote * 2)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => cleanLine(line));
  // A cut must not split a pair of surrogates.
  return lines
    .join('\n')
    .slice(0, longestNote)
    .replace(/[\ud800-\udbff]$/, '');
}

/** Adds a note with its upper left corner at a place; it is the last of `notes`. Past `mostNotes` nothing is added. */
export function addNote(design: Design, at: Point, options: { text?: string; width?: number; height?: number } = {}): Design {
  if (notesOf(design).length >= mostNotes) return design;
  const id = freshId(takenIds(design), notePrefix);
  const note: DesignNote = { id, text: cleanNote(options.text ?? ''), x: place(at.x), y: place(at.y), ...usualNote };
  return withNotes(design, [...notesOf(design), { ...note, ...sized(options.width ?? note.width, options.height ?? note.height) }]);
}

export const notePrefix = 'note-';

const sized = (width: number, height: number): { width: number; height: number } => ({
  width: Math.max(smallestNote.width, place(width)),
  height: Math.max(smallestNote.height, place(height)),
});

export function setNoteText(design: Design, id: Id, text: string): Design {
  const clean = cleanNote(text);
  return change(design, id, (note) => (note.text === clean || note.stranger ? note : { ...note, text: clean }));
}

export function resizeNote(design: Design, id: Id, box: { x: number; y: number; width: number; height: number }): Design {
  const next = { x: place(box.x), y: place(box.y), ...sized(box.width, box.height) };
  return change(design, id, (note) =>
    note.stranger || (note.x === next.x && note.y === next.y && note.width === next.width && note.height === next.height)
      ? note
      : { ...note, ...next },
  );
}

/** Moves those that are notes; ids of other parts are passed over. */
export function moveNotes(design: Design, moves: readonly { id: Id; x: number; y: number }[]): Design {
  return moves.reduce((next, { id, x, y }) => {
    const [left, top] = [place(x), place(y)];
    return change(next, id, (note) => (note.x === left && note.y === top ? note : { ...note, x: left, y: top }));
  }, design);
}

export function removeNotes(design: Design, ids: readonly Id[]): Design {
  const left = notesOf(design).filter(({ id }) => !ids.includes(id));
  return left.length === notesOf(design).length ? design : withNotes(design, left);
}

/** Removes whatever is selected, notes too. */
export const removeChosen = (design: Design, chosen: Partial<Parts>): Design =>
  removeNotes(removeParts(design, chosen), chosen.notes ?? []);

/** A design that holds no notes says nothing of notes. */
export function withNotes(design: Design, notes: readonly DesignNote[]): Design {
  const { notes: _, ...rest } = design;
  return notes.length > 0 ? { ...rest, notes } : rest;
}

function change(design: Design, id: Id, to: (note: DesignNote) => DesignNote): Design {
  const notes = notesOf(design);
  const next = notes.map((note) => (note.id === id ? to(note) : note));
  return next.some((note, i) => note !== notes[i]) ? withNotes(design, next) : design;
}
