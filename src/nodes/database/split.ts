/**
 * Two primaries at once. The second one is alone: nobody hears it, and it goes on with what it had. Who of the callers still believes
 * in it writes there. When the two hear each other again, of a row that both have written the last write wins.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { type Stream, uniform } from '../../engine/luck.ts';

/** Cells. */
const SLOT = 0;
const FLOOR = 1;
const KEPT = 2;
const DIVERGED = 3;

export class Split {
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  /** Slot of the second primary (-1 = none), what it has of the others ends with this write, writes after this one are needed for
   * putting the two together, and how many writes only one of the two has. */
  private readonly cells: Float64Array;
  private readonly stray: Stream;
  private readonly strayPercent: number;
  private readonly metrics;

  constructor(ctx: NodeContext, ledger: Ledger) {
    this.ctx = ctx;
    this.ledger = ledger;
    this.cells = ctx.memory.f64(4);
    this.cells[SLOT] = -1;
    this.cells[KEPT] = Infinity;
    this.stray = ctx.stream('stray');
    this.strayPercent = ctx.param('strayPercent');
    this.metrics = { diverged: ctx.metric('divergedWrites'), conflicts: ctx.metric('conflicts'), lost: ctx.metric('lostWrites') };
  }

  /** -1 while there is one primary only. */
  get slot(): number {
    return this.cells[SLOT];
  }

  get isOn(): boolean {
    return this.cells[SLOT] >= 0;
  }

  /** Writes after this one have to be kept; Infinity while there is one primary only. */
  get keptAfter(): number {
    return this.cells[KEPT];
  }

  /**
   * @param floor the last write of the others that the second primary has
   * @param shared the last write that both have @param diverged writes that only one of the two has already
   */
  begin(slot: number, floor: number, shared: number, diverged: number): void {
    const { net, node, firstSlot } = this.ctx;
    this.cells[SLOT] = slot;
    this.cells[FLOOR] = floor;
    this.cells[KEPT] = shared;
    this.cells[DIVERGED] = 0;
    this.counted(diverged);
    net.journal.note('split-brain', node, slot - firstSlot, diverged);
  }

  /** So many more writes that only one of the two has. */
  counted(writes: number): void {
    if (!this.isOn) return;
    this.cells[DIVERGED] += writes;
    this.ctx.net.meters.values[this.metrics.diverged] += writes;
  }

  /** Whether a call goes to the second primary. */
  isStray(call: number): boolean {
    if (!this.isOn) return false;
    const { net } = this.ctx;
    return uniform(this.stray, net.calls.request[call], net.saltOf(call)) * 100 < net.params[this.strayPercent];
  }

  /** What the second primary shows of a row. */
  seen(row: number): number {
    return this.ledger.asOfAside(row, this.cells[FLOOR]);
  }

  /** The two have become one. @returns how many writes only one of them had had */
  heal(): number {
    const { values } = this.ctx.net.meters;
    this.ledger.merge(this.cells[FLOOR], (told) => {
      values[this.metrics.conflicts]++;
      if (told) values[this.metrics.lost]++;
    });
    return this.end();
  }

  /** The second one is gone, with all that only it had. @returns acknowledged writes lost */
  die(): number {
    const lost = this.ledger.loseAside();
    this.ctx.net.meters.values[this.metrics.lost] += lost;
    this.end();
    return lost;
  }

  private end(): number {
    const diverged = this.cells[DIVERGED];
    this.cells[SLOT] = -1;
    this.cells[KEPT] = Infinity;
    this.cells[DIVERGED] = 0;
    return diverged;
  }
}
