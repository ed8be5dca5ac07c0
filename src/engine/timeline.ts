/**
 * The acts of a run in order of time, planned and live ones, and of those that last for a while their ends. What has been done never
 * moves, so the place in the list is all there is to photograph.
 */

import type { PlanAct } from './plan.ts';

/** The end of an act with `seconds`. */
export interface Ending {
  at: number;
  act: 'end';
  of: PlanAct;
}
export type TimedAct = PlanAct | Ending;

/** Shorter than this nothing lasts: an end never comes before its beginning. */
const shortest = 0.001;

/**
 * The first moment a live act may be stamped with.
 * @param now simulated seconds, >= 0
 * @returns simulated seconds: the next whole millisecond, always later than `now`
 */
export function nextActTime(now: number): number {
  const next = Math.floor(now * 1000) + 1;
  // of one whole millisecond in a hundred (64.395) a thousand times as much falls just short of the whole number
  return next / 1000 > now ? next / 1000 : (next + 1) / 1000;
}

/** Of one moment: ends first, the older beginning's before the newer's; the rest as they stood. */
function byTime(a: TimedAct, b: TimedAct): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.act === 'end') return b.act === 'end' ? a.of.at - b.of.at : -1;
  return b.act === 'end' ? 1 : 0;
}

function withEnd(act: PlanAct): TimedAct[] {
  if (!('seconds' in act) || act.seconds === undefined) return [act];
  return [act, { at: act.at + Math.max(act.seconds, shortest), act: 'end', of: act }];
}

export class Timeline {
  private acts: TimedAct[];
  /** Acts that are not in the plan. */
  private readonly live = new Set<PlanAct>();
  private readonly moments: { nextAct: number };

  /** @param moments state of the run, where `nextAct` counts what has been done */
  constructor(acts: readonly PlanAct[], moments: { nextAct: number }) {
    this.acts = acts.flatMap(withEnd).sort(byTime);
    this.moments = moments;
  }

  /** Infinity when nothing is left to do. */
  get nextAt(): number {
    const next = this.moments.nextAct;
    return next < this.acts.length ? this.acts[next].at : Infinity;
  }

  take(): TimedAct {
    return this.acts[this.moments.nextAct++];
  }

  /** Behind acts of the same moment, as a timeline that already held it would sort it. */
  add(act: PlanAct): void {
    this.live.add(act);
    const next = this.moments.nextAct;
    this.acts = [...this.acts.slice(0, next), ...[...this.acts.slice(next), ...withEnd(act)].sort(byTime)];
  }

  /** Live acts that lie ahead and later than a moment; the end of one that has been done stays. Returns whether there were any. */
  forgetAhead(after = Number.NEGATIVE_INFINITY): boolean {
    const next = this.moments.nextAct;
    const before = this.acts.length;
    const done = new Set(this.acts.slice(0, next));
    this.acts = this.acts.filter((act, i) => {
      const begun = act.act === 'end' ? act.of : act;
      return i < next || !this.live.has(begun) || begun.at <= after || (act.act === 'end' && done.has(begun));
    });
    return this.acts.length < before;
  }

  /** What has been done since an act, the newest last; its own end is done already. */
  since(act: PlanAct): readonly TimedAct[] {
    return this.acts.slice(this.acts.indexOf(act) + 1, this.moments.nextAct);
  }
}
