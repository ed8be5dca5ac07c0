/** What happened when, in the order it happened. Grows by doubling; handed over and emptied now and then. */

import { type Note, type NoteCode, noteCodes } from './frame.ts';
import type { Moments } from './moments.ts';

const codeIndex = new Map<NoteCode, number>(noteCodes.map((code, i) => [code, i]));

/** Numbers per note. */
const size = 7;

export class Journal {
  private rows: number[] = [];
  private readonly clock: Moments;

  constructor(clock: Moments) {
    this.clock = clock;
  }

  /** @param instance number within the node, -1 for all of it @param fault and @param link -1 where it is about neither */
  note(code: NoteCode, node: number, instance: number, value: number, fault = -1, link = -1): void {
    this.rows.push(this.clock.now, codeIndex.get(code) ?? 0, node, instance, value, fault, link);
  }

  /** The notes since the last call, oldest first. They are output, not state: a snapshot does not hold them. */
  take(): Note[] {
    const notes: Note[] = [];
    for (let i = 0; i < this.rows.length; i += size) {
      const [time, code, node, instance, value, fault, link] = this.rows.slice(i, i + size);
      const note: Note = { time, code: noteCodes[code], node, instance, value };
      if (fault >= 0) note.fault = fault;
      if (link >= 0) note.link = link;
      notes.push(note);
    }
    this.rows = [];
    return notes;
  }
}
