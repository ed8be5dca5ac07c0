/** Which of its servers hear each other: between any of them the network can be down, both ways or one. Callers reach them all the same. */

import type { NodeContext } from '../../engine/behavior.ts';

/** What can be wrong with a server, as bits. `deaf`: nothing of the others reaches it; `mute`: nothing of it reaches the others. */
export const CUT = { off: 1, deaf: 2, mute: 4 } as const;

export class Cuts {
  private readonly firstSlot: number;
  /** By instance. */
  private readonly bits: Uint8Array;

  constructor(ctx: NodeContext) {
    this.firstSlot = ctx.firstSlot;
    this.bits = ctx.memory.u8(ctx.slots);
  }

  set(slot: number, cut: number, isSo: boolean): void {
    const i = slot - this.firstSlot;
    this.bits[i] = isSo ? this.bits[i] | cut : this.bits[i] & ~cut;
  }

  /** Whether what one instance says reaches another now. */
  carries(from: number, to: number): boolean {
    return from === to || ((this.bits[from] & (CUT.off | CUT.mute)) === 0 && (this.bits[to] & (CUT.off | CUT.deaf)) === 0);
  }

  /** It hears all others, and they hear it. */
  isWhole(i: number): boolean {
    return this.bits[i] === 0;
  }

  /** The others hear nothing of it. */
  isSilent(i: number): boolean {
    return (this.bits[i] & (CUT.off | CUT.mute)) !== 0;
  }
}
