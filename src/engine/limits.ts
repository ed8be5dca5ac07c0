/** How much a run may use, and what ends it when it wants more: a design can ask for more than any machine has, and must not hang it. */

/**
 * Why a run ends before its time; noted under the same name. `overflow`: more calls are under way than there is room for.
 * `standstill`: so much happens at one moment that time does not go on.
 */
export type RunEnd = 'overflow' | 'standstill';
export const runEnds: readonly (RunEnd | null)[] = [null, 'overflow', 'standstill'];

/** Simulated seconds that are no progress. */
export const noTime = 1e-9;

export interface RunLimits {
  /** Calls under way at once, at about `bytesPerCall` each. */
  readonly calls: number;
  /** Events of one moment after which nobody believes that the next moment will come. */
  readonly atOnce: number;
  /** Breakdowns and repairs that are noted; whoever reads the notes of a run keeps all of them. */
  readonly breakdownNotes: number;
}

/** All columns of `Calls`, and its part of agenda and queues. */
export const bytesPerCall = 200;

export const usualLimits: RunLimits = { calls: 6_000_000, atOnce: 30_000_000, breakdownNotes: 20_000 };
