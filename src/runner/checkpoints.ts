/**
 * Photographs of a run, taken while it plays, so that any moment of it can be visited again: the newest one before the moment is
 * put back, and the little that is missing is played. They are spaced by work, not by time: between two of them lies so much
 * work as a visitor may be made to wait. Work is counted by what is done, and how long that takes is the mean of the whole run: a machine
 * that had other things to do for a while would else leave long ways where it had none. Taking them changes nothing (law 4). A large run is photographed in pieces, over several
 * slices of work, so that nobody waits for it. The clock is given, so that tests need none.
 */

import type { Snapshot } from '../engine/memory.ts';
import { createPhotographCost } from './photographCost.ts';

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
  /** How much the run had done in all, as given to `offer`. */
  readonly steps: number;
}

export interface Checkpoints {
  /**
   * Between two slices of work: may begin a photograph.
   * @param workMs wall time the run has worked since the last offer
   * @param steps how much it has done in that time, see `stepsOf`
   * @param handOver hands on everything the run has put out and says how much that is; called only if one is begun
   */
  offer(workMs: number, steps: number, handOver: () => Told): void;
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

/** Columns of a frame that are closed in about the time of one event (`bench -- --only costs`). */
const columnsAnEvent = 5;

/** What a run has done, in steps of which each takes about as long: events, and the closing of frames. */
export const stepsOf = (events: number, frames: number, columns: number): number => events + (frames * columns) / columnsAnEvent;

/** Photographs may cost this share of all work. */
const mostCostShare = 0.125;
/** Copied in about a millisecond. */
const pieceBytes = 1024 * 1024;
/** Longest stretch of photographing between two looks at the messages. */
const stretchMs = 5;

/** @param clockMs wall clock; only differences count, and only for how often photographs are taken */
export function createCheckpoints(run: Photographed, clockMs: () => number, { everyMs, mostBytes }: CheckpointLimits): Checkpoints {
  let kept: Checkpoint[] = [];
  /** Steps between two photographs because memory is short; 0 = it is not. */
  let leastSteps = 0;
  let steps = 0;
  let allSteps = 0;
  let allWorkMs = 0;
  const cost = createPhotographCost();
  let total = 0;
  let underWay: { pieces: Generator<undefined, Snapshot>; told: Told; tookMs: number } | null = null;

  const keep = (snapshot: Snapshot, told: Told): number => {
    const bytes = snapshot.reduce((sum, cells) => sum + cells.byteLength, 0);
    kept.push({ at: run.now(), ...told, snapshot, bytes, steps: allSteps });
    total += bytes;
    if (total > mostBytes) thin();
    return bytes;
  };

  /**
   * Until the others find room, the one goes that leaves the shortest way between its neighbours; never the first, nor the newest two,
   * for they are visited most. Once all ways are longer than new ones come, new ones come less often.
   */
  const thin = () => {
    const wayWithout = (i: number) => kept[i + 1].steps - kept[i - 1].steps;
    while (total > mostBytes && kept.length > 3) {
      let least = 1;
      for (let i = 2; i < kept.length - 2; i++) if (wayWithout(i) < wayWithout(least)) least = i;
      leastSteps = Math.max(leastSteps, wayWithout(least) / 2);
      total -= kept[least].bytes;
      kept.splice(least, 1);
    }
  };

  const takeNow = (told: Told) => {
    const pieces = run.photograph(Number.POSITIVE_INFINITY);
    for (;;) {
      const { done, value } = pieces.next();
      if (done) {
        keep(value, told);
        return;
      }
    }
  };

  takeNow({ frames: 0, notes: 0 });

  return {
    offer(workMs, done, handOver) {
      steps += done;
      allSteps += done;
      allWorkMs += workMs;
      const newest = kept[kept.length - 1];
      const isTooSoon = steps < leastSteps || steps * allWorkMs < everyMs * allSteps;
      if (underWay || isTooSoon || cost.ms > allWorkMs * mostCostShare || run.now() <= newest.at) return;
      // four of the newest size must fit, or thinning out would have nothing to thin
      if (newest.bytes * 4 > mostBytes) return;
      underWay = { pieces: run.photograph(pieceBytes), told: handOver(), tookMs: 0 };
      steps = 0;
    },
    goOn() {
      if (!underWay) return false;
      const began = clockMs();
      for (;;) {
        const { done, value } = underWay.pieces.next();
        const tookMs = clockMs() - began;
        if (done) {
          cost.add(underWay.tookMs + tookMs, keep(value, underWay.told));
          underWay = null;
          return false;
        }
        if (tookMs >= stretchMs) {
          underWay.tookMs += tookMs;
          return true;
        }
      }
    },
    visit(time) {
      underWay = null;
      const found = kept.filter(({ at }) => at <= time).pop();
      if (!found || (run.now() <= time && found.at <= run.now())) return null;
      run.restore(found.snapshot);
      steps = 0;
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
