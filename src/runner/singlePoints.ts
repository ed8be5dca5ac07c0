/**
 * Single points of failure, found by killing: for each part, the design is played once more with one machine of that part dead from a
 * moment on, and the users say how bad it was. Nothing is read off the drawing: a pair that does not take over counts as none. Pure.
 */

import type { Design, Id } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import { specOf } from '../design/wires.ts';
import type { Plan } from '../engine/plan.ts';
import { compile } from './compile.ts';
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
export function lossOf({ course }: Pick<WorldRecord, 'course'>): Loss {
  const { stretchSeconds, goodput, failed } = course;
  let good = 0;
  let ended = 0;
  let below = 0;
  let longest = 0;
  for (let i = Math.ceil(killing.at / stretchSeconds); i < goodput.length; i++) {
    const all = goodput[i] + failed[i];
    good += goodput[i];
    ended += all;
    // where nothing ends at all, nobody is served either
    const isBelow = all === 0 || goodput[i] < singlePointRule.availability * all;
    below = isBelow ? below + stretchSeconds : 0;
    longest = Math.max(longest, below);
  }
  return { availability: ended > 0 ? good / ended : 0, secondsBelow: longest, isSinglePoint: longest > singlePointRule.seconds };
}
