/** What each copy has of the writes that some copy does not have yet: one bit per copy, in rings indexed by the write's number. */

import type { Memory } from '../../engine/memory.ts';

/** A write has reached the copy; a CPU of the copy has been given it; who reads there sees it. */
type Mark = 'received' | 'handed' | 'shown';

export class Marks {
  private received = new Int32Array(256);
  private handed = new Int32Array(256);
  private shown = new Int32Array(256);

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<Mark, Int32Array>, 'received', 'handed', 'shown');
  }

  /** A new write, of which nobody has anything yet. @param held how many writes are held, this one included */
  open(write: number, held: number): void {
    if (held > this.received.length) this.grow(write, held);
    const at = write & (this.received.length - 1);
    this.received[at] = 0;
    this.handed[at] = 0;
    this.shown[at] = 0;
  }

  /** @param copy number of the instance, below 32 */
  has(mark: Mark, write: number, copy: number): boolean {
    return ((this[mark][write & (this.received.length - 1)] >> copy) & 1) === 1;
  }

  set(mark: Mark, write: number, copy: number): void {
    this[mark][write & (this.received.length - 1)] |= 1 << copy;
  }

  clear(mark: Mark, write: number, copy: number): void {
    this[mark][write & (this.received.length - 1)] &= ~(1 << copy);
  }

  private grow(write: number, held: number): void {
    const old = this.received.length;
    for (const mark of ['received', 'handed', 'shown'] as const) {
      const longer = new Int32Array(old * 2);
      for (let each = write - held + 1; each < write; each++) longer[each & (old * 2 - 1)] = this[mark][each & (old - 1)];
      this[mark] = longer;
    }
  }
}
