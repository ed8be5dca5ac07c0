/**
 * Single points of failure, found by killing: for each part, the design is played once more with one machine of that part dead from a
 * moment on, and the users say how bad it was. Nothing is read off the drawing: a pair that does not take over counts as none. Pure.
 */

import type { Design, Id } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import { specOf } from '../design/wires.ts';
import type { Behavior } from '../engine/behavior.ts';
import { completedColumn, type Frame, type FrameLayout, failedColumn } from '../engine/frame.ts';
import { failureReasons, type Plan, requestClasses } from '../engine/plan.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { runColumn } from './columnIndex.ts';
import { compile } from './compile.ts';
import { runHeadless } from './headless.ts';
import type { WorldRecord } from './worldBook.ts';

/** When one machine dies, and how long the rest is watched without it; simulated seconds. */
export const killing = { at: 30, watched: 210 } as const;

/** A part whose loss keeps less than this share of the requests alive for longer than this many seconds in a row is a single point. */
export const singlePointRule = { availability: 0.5, seconds: 60 } as const;

export interface Killing {
  node: Id;
  plan: Plan;
}

/**
 * One plan per part that machines can be taken from: all but users and the operators' tools. Its first machine dies, which is the
 * primary where there is one. What the timeline had in store is left out. Empty when the design cannot run.
 */
export function killingsOf(design: Design): Killing[] {
  const { plan } = compile({ ...setSeconds(design, killing.at + killing.watched), scenario: [] });
  if (plan === null) return [];
  return design.nodes.flatMap(({ id, kind }) => {
    if (['source', 'operator'].includes(specOf(kind).role)) return [];
    const node = plan.nodes.findIndex((each) => each.id === id);
    return [{ node: id, plan: { ...plan, acts: [{ at: killing.at, act: 'crash' as const, node, instance: 0, factor: 1 }] } }];
  });
}

export interface Loss {
  /** Of the requests that ended after the kill, the share answered well; 0 when none ended. */
  availability: number;
  /** The longest time in a row for which fewer than half were. */
  secondsBelow: number;
  isSinglePoint: boolean;
}

/** What the users saw of a killing. */
export function lossOf({ course }: { course: Pick<WorldRecord['course'], 'stretchSeconds' | 'goodput' | 'failed'> }): Loss {
  const { stretchSeconds, goodput, failed } = course;
  const spell = createSpell();
  let good = 0;
  let ended = 0;
  for (let i = Math.ceil(killing.at / stretchSeconds); i < goodput.length; i++) {
    good += goodput[i];
    ended += goodput[i] + failed[i];
    spell.add(goodput[i], failed[i], stretchSeconds);
  }
  return { availability: ended > 0 ? good / ended : 0, secondsBelow: spell.longest(), isSinglePoint: spell.isTooLong() };
}

/** Stretches in a row in which too few were served. */
function createSpell() {
  let below = 0;
  let longest = 0;
  return {
    add(good: number, failed: number, seconds: number): void {
      const all = good + failed;
      // where nothing ends at all, nobody is served either
      below = all === 0 || good < singlePointRule.availability * all ? below + seconds : 0;
      longest = Math.max(longest, below);
    },
    longest: () => longest,
    isTooLong: () => longest > singlePointRule.seconds,
    /** Whether it may still become too long within so many seconds. */
    mayBe: (seconds: number) => below + seconds > singlePointRule.seconds,
  };
}

/** Of a killing's stretches as `lossOf` reads them from its course. */
const stretchSeconds = 2;

/**
 * Whether a killing shows a single point, as `lossOf` says it of the whole; played only until that is certain.
 * @param onSlice called now and then, with the simulated time reached
 */
export function isSinglePoint(
  plan: Plan,
  behaviors: Readonly<Record<NodeKind, Behavior>>,
  onSlice: (time: number) => void = () => undefined,
): boolean {
  const spell = createSpell();
  const seen = { until: 0, good: 0, failed: 0 };
  let columns: { good: readonly number[]; failed: readonly number[] } | null = null;
  const onFrame = ({ end, values }: Frame, layout: FrameLayout) => {
    columns ??= {
      good: requestClasses.map((c) => runColumn(layout, completedColumn(c))),
      failed: requestClasses.flatMap((c) => failureReasons.map((reason) => runColumn(layout, failedColumn(c, reason)))),
    };
    for (const column of columns.good) seen.good += values[column];
    for (const column of columns.failed) seen.failed += values[column];
    if (end < seen.until + stretchSeconds) return;
    if (seen.until >= killing.at) spell.add(seen.good, seen.failed, end - seen.until);
    seen.until = end;
    seen.good = seen.failed = 0;
  };
  const isCertain = () => spell.isTooLong() || !spell.mayBe(plan.seconds - Math.max(seen.until, killing.at));
  runHeadless(plan, behaviors, { onFrame, onSlice, isEnough: isCertain });
  return spell.isTooLong();
}
