/**
 * Events too far ahead for the agenda's wheel: a binary heap over flat arrays, ordered by (time, insertion). It holds numbers of
 * events, which are the agenda's to explain. Most events of a run never come here.
 */

import type { Cells, Memory } from './memory.ts';
import { stretch } from './stretch.ts';

/** In the order in which they are lengthened. */
const columns = ['times', 'serials', 'events'] as const;

export class Distant {
  private times = new Float64Array(64);
  /** Order of insertion. Wraps round: only the difference of two counts. */
  private serials = new Int32Array(64);
  private events = new Int32Array(64);
  private size = 0;
  private serial = 0;

  constructor(memory: Memory) {
    memory.whole(this as unknown as Record<'size' | 'serial', number>, 'size', 'serial');
    const used = () => this.size;
    memory.growsTo(used, this as unknown as Record<'times', Float64Array>, 'times');
    memory.growsTo(used, this as unknown as Record<'serials' | 'events', Int32Array>, 'serials', 'events');
  }

  /** When the earliest is due; Infinity = there is none. */
  get time(): number {
    return this.size > 0 ? this.times[0] : Infinity;
  }

  /** @param time simulated seconds @param event the agenda's number of it */
  push(time: number, event: number): void {
    if (this.size >= this.events.length - (this.events.length >> 3)) this.stretch();
    const { times, serials, events } = this;
    const { serial } = this;
    this.serial = (serial + 1) | 0;
    let i = this.size++;
    while (i > 0) {
      const up = (i - 1) >> 1;
      // equal times keep the parent first: it was inserted earlier
      if (times[up] <= time) break;
      times[i] = times[up];
      serials[i] = serials[up];
      events[i] = events[up];
      i = up;
    }
    times[i] = time;
    serials[i] = serial;
    events[i] = event;
  }

  /** Takes the earliest out; there must be one. */
  pop(): number {
    const { times, serials, events } = this;
    const first = events[0];
    const size = --this.size;
    const time = times[size];
    const serial = serials[size];
    let i = 0;
    for (let down = 1; down < size; down = 2 * i + 1) {
      const right = down + 1;
      if (right < size && isBefore(times[right], serials[right], times[down], serials[down])) down = right;
      if (isBefore(time, serial, times[down], serials[down])) break;
      times[i] = times[down];
      serials[i] = serials[down];
      events[i] = events[down];
      i = down;
    }
    times[i] = time;
    serials[i] = serial;
    events[i] = events[size];
    return first;
  }

  private stretch(): void {
    stretch(this as unknown as Record<(typeof columns)[number], Cells>, columns, this.size);
  }
}

function isBefore(time: number, serial: number, otherTime: number, otherSerial: number): boolean {
  return time < otherTime || (time === otherTime && ((serial - otherSerial) | 0) < 0);
}
