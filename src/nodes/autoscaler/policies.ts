/** What the numbers say: how many instances there should be. Pure, so that it can be tried without a run. */

/** In the order of the spec's options. */
export const POLICY = { target: 0, step: 1, scheduled: 2, backlog: 3 } as const;

/** What an autoscaler knows of a part when it decides. */
export interface Seen {
  /** In service and starting. */
  count: number;
  booting: number;
  /** Busy share of the servers in the window that is looked at, and the instances' worth of work done in it. */
  utilization: number;
  busyInstances: number;
  waiting: number;
}

export interface Rules {
  /** Shares, 0 to 1. */
  target: number;
  tolerance: number;
  stepAbove: number;
  stepUp: number;
  stepBelow: number;
  stepDown: number;
  backlogPerInstance: number;
  warmupAware: boolean;
}

/** A little less than a whole one more is not one more. */
const rounding = 1e-6;

/**
 * Instances wanted by target tracking. Aware: as many as the work seen needs at the target, whatever has been ordered since. Unaware:
 * the rule of three on all that were ordered, although the number seen is from before they served; so it orders for the same load again
 * and again until the first of them show.
 */
function byTarget(seen: Seen, rules: Rules): number {
  const ratio = seen.utilization / rules.target;
  if (Math.abs(ratio - 1) <= rules.tolerance) return seen.count;
  const needed = rules.warmupAware ? seen.busyInstances / rules.target : seen.count * ratio;
  return Math.ceil(needed - rounding);
}

function bySteps(seen: Seen, rules: Rules): number {
  // what was ordered has not come yet: one thing at a time
  if (rules.warmupAware && seen.booting > 0) return seen.count;
  if (seen.utilization > rules.stepAbove) return seen.count + rules.stepUp;
  return seen.utilization < rules.stepBelow ? seen.count - rules.stepDown : seen.count;
}

/** How many there should be, before the limits. */
export function wanted(policy: number, seen: Seen, rules: Rules): number {
  if (policy === POLICY.step) return bySteps(seen, rules);
  if (policy === POLICY.backlog) return Math.ceil(seen.waiting / rules.backlogPerInstance - rounding);
  return byTarget(seen, rules);
}
