/** What happened when, in the order it happened. Grows by doubling; handed over and emptied now and then. */

import { type Note, type NoteCode, noteCodes } from './frame.ts';

const codeIndex = new Map<NoteCode, number>(noteCodes.map((code, i) => [code, i]));

export class Journal {
  private rows: number[] = [];
  private readonly clock: Float64Array;

  constructor(clock: Float64Array) {
    this.clock = clock;
  }

  /** @param instance number within the node, -1 for all of it */
  note(code: NoteCode, node: number, instance: number, value: number): void {
    this.rows.push(this.clock[0], codeIndex.get(code) ?? 0, node, instance, value);
  }

  /** The notes since the last call, oldest first. They are output, not state: a snapshot does not hold them. */
  take(): Note[] {
    const notes: Note[] = [];
    for (let i = 0; i < this.rows.length; i += 5) {
      const [time, code, node, instance, value] = this.rows.slice(i, i + 5);
      notes.push({ time, code: noteCodes[code], node, instance, value });
    }
    this.rows = [];
    return notes;
  }
}
