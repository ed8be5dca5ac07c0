/**
 * Whether alerts were worth waking somebody, judged afterwards from the run's own records. False is an alert that nothing was behind: no
 * fault was on at that moment or had ended within the grace before it, and in that time no user's request failed. Missed is a fault that
 * had no alert while it lasted. Pure.
 */

import { type Frame, type FrameLayout, failedColumn, type Note } from '../engine/frame.ts';
import { failureReasons, type Plan, requestClasses } from '../engine/plan.ts';
import { runColumn } from './columnIndex.ts';
import { framesWithin, totalOf } from './columns.ts';
import { alertCodes, type Detection, detectionsOf } from './detections.ts';
import { specAt } from './roles.ts';

export interface Alarms {
  /** Alerts within the frames. */
  raised: number;
  false: number;
  missed: number;
}

/** What a monitor's settings say of how late it is, in seconds. */
export interface MonitorDelays {
  scrapeSeconds: number;
  timeoutSeconds: number;
  evalSeconds: number;
  forSeconds: number;
  burnWindowSeconds: number;
  burns: boolean;
}

/**
 * How late an alert may be after what it is about: a look, its timeout, a judgement, and the time a rule must hold. A rule of the error
 * budget begins only while its short window burns, which is at longest half the burn window.
 * @returns seconds
 */
export function graceSecondsOf(delays: MonitorDelays): number {
  const { scrapeSeconds, timeoutSeconds, evalSeconds, forSeconds, burnWindowSeconds, burns } = delays;
  return scrapeSeconds + timeoutSeconds + evalSeconds + Math.max(forSeconds, burns ? burnWindowSeconds / 2 : 0);
}

/** The longest grace of any monitor in a plan, in seconds; 0 without one. */
export function longestGraceSeconds(plan: Plan): number {
  return plan.nodes.reduce((longest, { kind, params }) => {
    const { shows, fields } = specAt(kind);
    if (shows !== 'metrics') return longest;
    const names = Object.keys(fields);
    const at = (name: string) => params[names.indexOf(name)];
    const [scrapeSeconds, timeoutSeconds, evalSeconds] = [at('scrapeSeconds'), at('timeoutSeconds'), at('evalSeconds')];
    const rest = { forSeconds: at('forSeconds'), burnWindowSeconds: at('burnWindowSeconds'), burns: at('rules') > 0 };
    return Math.max(longest, graceSecondsOf({ scrapeSeconds, timeoutSeconds, evalSeconds, ...rest }));
  }, 0);
}

/**
 * @param frames of the run or the newest of them; alerts before the first are not judged
 * @param graceSeconds how late an alert may be after what it is about, see `graceSecondsOf`
 */
export function alarmsOf(layout: FrameLayout, frames: readonly Frame[], notes: readonly Note[], graceSeconds: number): Alarms {
  const from = frames[0]?.start ?? Infinity;
  const to = frames.at(-1)?.end ?? 0;
  const faults = detectionsOf(notes);
  const failures = requestClasses.flatMap((name) => failureReasons.map((reason) => runColumn(layout, failedColumn(name, reason))));
  const alerts = notes.filter(({ code, time }) => alertCodes.includes(code) && time >= from && time <= to);
  const isFalse = ({ time }: Note) =>
    !faults.some((fault) => isBehind(fault, time, graceSeconds)) &&
    totalOf(framesWithin(frames, time - graceSeconds, time), failures) === 0;
  return {
    raised: alerts.length,
    false: alerts.filter(isFalse).length,
    missed: faults.filter(({ detectedAt, faultAt }) => detectedAt === null && faultAt >= from && faultAt <= to).length,
  };
}

const isBehind = ({ faultAt, repairedAt }: Detection, time: number, graceSeconds: number): boolean =>
  faultAt <= time && time <= (repairedAt ?? Infinity) + graceSeconds;
