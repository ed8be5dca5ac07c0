/**
 * Photographs of a run, taken while it plays, so that any moment of it can be visited again: the newest one before the moment is
 * put back, and the little that is missing is played. They are spaced by work, not by time: between two of them lies so much
 * work as a visitor may be made to wait. Taking them changes nothing (law 4). A large run is photographed in pieces, over several
 * slices of work, so that nobody waits for it. The clock is given, so that tests need none.
 */

import type { Snapshot } from '../engine/memory.ts';

/** What checkpoints need of a run; `Run` of the engine is one. */
export interface Photographed {
  now(): number;
  photograph(pieceBytes: number): Generator<undefined, Snapshot>;
  restore(snapshot: Snapshot): void;
}

/** What a run has put out since its beginning. */
export interface Told {
  readonly frames: number;
  readonly notes: number;
}

export interface Checkpoint extends Told {
  /** Simulated seconds. */
  readonly at: number;
  readonly snapshot: Snapshot;
  readonly bytes: number;
  /** Milliseconds that the run had worked in all. */
  readonly workMs: number;
}

export interface Checkpoints {
  /**
   * Between two slices of work: may begin a photograph.
   * @param workMs wall time the run has worked since the last offer
   * @param handOver hands on everything the run has put out and says how much that is; called only if one is begun
   */
  offer(workMs: number, handOver: () => Told): void;
  /** Goes on with a photograph for some milliseconds. Returns whether it is still being taken: the run must not move until it is done. */
  goOn(): boolean;
  /** Puts the newest photograph at or before a simulated time back, unless the run stands nearer to it already. Returns what it put back. */
  visit(time: number): Checkpoint | null;
  /** The newest photograph at or before a simulated time, left where it is. */
  before(time: number): Snapshot;
  /** The run moves on now, in whatever way: a photograph that is not finished is given up. */
  giveUp(): void;
  /** The future is another one from here on: later photographs are void. */
  forgetAfter(time: number): void;
  readonly count: number;
  readonly bytes: number;
}

export interface CheckpointLimits {
  /** Work between two photographs, milliseconds of wall time: about what a visit costs at the most. */
  everyMs: number;
  /** What they may take of the computer's memory together. */
  mostBytes: number;
}

/** 50 ms of replay and the putting back stay below the 150 ms in which a jump must be there, on a machine with other things to do. */
export const pageLimits: CheckpointLimits = { everyMs: 50, mostBytes: 256 * 1024 * 1024 };

/** Photographs may cost this share of all work. Of all: a single one that was disturbed would else make them rare for ever. */
const mostCostShare = 0.125;
/** Copied in about a millisecond. */
const pieceBytes = 1024 * 1024;
/** Longest stretch of photographing between two looks at the messages. */
const stretchMs = 5;

/** @param clockMs wall clock; only differences count, and only for how often photographs are taken */
export function createCheckpoints(run: Photographed, clockMs: () => number, { everyMs, mostBytes }: CheckpointLimits): Checkpoints {
  let kept: Checkpoint[] = [];
  let spacingMs = everyMs;
  let workedMs = 0;
  let allWorkMs = 0;
  let allCostMs = 0;
  let total = 0;
  let underWay: { pieces: Generator<undefined, Snapshot>; told: Told } | null = null;

  const keep = (snapshot: Snapshot, told: Told) => {
    const bytes = snapshot.reduce((sum, cells) => sum + cells.byteLength, 0);
    kept.push({ at: run.now(), ...told, snapshot, bytes, workMs: allWorkMs });
    total += bytes;
    if (total > mostBytes) thin();
  };

  /**
   * Until the others find room, the one goes that leaves the shortest way between its neighbours; never the first, nor the newest two,
   * for they are visited most. Once all ways are longer than new ones come, new ones come less often.
   */
  const thin = () => {
    const wayWithout = (i: number) => kept[i + 1].workMs - kept[i - 1].workMs;
    while (total > mostBytes && kept.length > 3) {
      let least = 1;
      for (let i = 2; i < kept.length - 2; i++) if (wayWithout(i) < wayWithout(least)) least = i;
      spacingMs = Math.max(spacingMs, wayWithout(least) / 2);
      total -= kept[least].bytes;
      kept.splice(least, 1);
    }
  };

  const takeNow = (told: Told) => {
    const pieces = run.photograph(Number.POSITIVE_INFINITY);
    for (;;) {
      const { done, value } = pieces.next();
      if (done) return keep(value, told);
    }
  };

  takeNow({ frames: 0, notes: 0 });

  return {
    offer(workMs, handOver) {
      workedMs += workMs;
      allWorkMs += workMs;
      const newest = kept[kept.length - 1];
      if (underWay || workedMs < spacingMs || allCostMs > allWorkMs * mostCostShare || run.now() <= newest.at) return;
      // four of the newest size must fit, or thinning out would have nothing to thin
      if (newest.bytes * 4 > mostBytes) return;
      underWay = { pieces: run.photograph(pieceBytes), told: handOver() };
      workedMs = 0;
    },
    goOn() {
      if (!underWay) return false;
      const began = clockMs();
      for (;;) {
        const { done, value } = underWay.pieces.next();
        const tookMs = clockMs() - began;
        if (done) {
          allCostMs += tookMs;
          keep(value, underWay.told);
          underWay = null;
          return false;
        }
        if (tookMs >= stretchMs) {
          allCostMs += tookMs;
          return true;
        }
      }
    },
    visit(time) {
      underWay = null;
      const found = kept.filter(({ at }) => at <= time).pop();
      if (!found || (run.now() <= time && found.at <= run.now())) return null;
      run.restore(found.snapshot);
      workedMs = 0;
      return found;
    },
    before: (time) => (kept.filter(({ at }) => at <= time).pop() ?? kept[0]).snapshot,
    giveUp() {
      underWay = null;
    },
    forgetAfter(time) {
      underWay = null;
      kept = kept.filter(({ at }, i) => i === 0 || at <= time);
      total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    get count() {
      return kept.length;
    },
    get bytes() {
      return total;
    },
  };
}
