/**
 * How the answers of a part split into outcomes, and how much of a ring each of them gets. How many were good is counted, exactly; which of
 * the good were retries, and which of the bad were turned away, only sampled requests say. Pure.
 */

import type { Frame } from '../engine/frame.ts';
import { SHAPE, shapes } from './particles.ts';

/** By `SHAPE`: shares of 1, all 0 where nothing was answered. */
export type Split = readonly number[];

export const noSplit: Split = new Array(shapes).fill(0);

/** Columns of one part, every instance's. */
export interface AnswerColumns {
  readonly completed?: readonly number[];
  readonly failed?: readonly number[];
}

const sumOver = (frames: readonly Pick<Frame, 'values'>[], columns: readonly number[] = []): number =>
  frames.reduce((sum, { values }) => columns.reduce((all, column) => all + Math.max(0, values[column]), sum), 0);

/** @param sampled answers of the part that were seen lately, by `SHAPE` */
export function splitOf(columns: AnswerColumns | undefined, frames: readonly Pick<Frame, 'values'>[], sampled: ArrayLike<number>): Split {
  const good = sumOver(frames, columns?.completed);
  const bad = sumOver(frames, columns?.failed);
  const all = good + bad;
  if (all === 0) return noSplit;
  const partOf = (shape: number, other: number): number => sampled[shape] / (sampled[shape] + sampled[other] || 1);
  const split = new Array<number>(shapes);
  split[SHAPE.retry] = (good / all) * partOf(SHAPE.retry, SHAPE.ok);
  split[SHAPE.ok] = good / all - split[SHAPE.retry];
  split[SHAPE.shed] = (bad / all) * partOf(SHAPE.shed, SHAPE.failed);
  split[SHAPE.failed] = bad / all - split[SHAPE.shed];
  return split;
}

/** So much of the ring has whatever there is at all: less could not be seen on a card. One in ten thousand is noise, not news. */
const leastArc = 0.06;
const leastShare = 1e-4;

/** Parts of a turn by `SHAPE`; they sum to 1, or are all 0. What is widened to be seen is taken from the widest. */
export function arcsOf(split: Split): number[] {
  const arcs = split.map((share) => (share < leastShare ? 0 : Math.max(leastArc, share)));
  const widest = arcs.indexOf(Math.max(...arcs));
  if (arcs[widest] > 0) arcs[widest] = 1 - arcs.reduce((sum, arc, shape) => (shape === widest ? sum : sum + arc), 0);
  return arcs;
}

export const isTroubled = (split: Split): boolean => split[SHAPE.failed] + split[SHAPE.shed] >= leastShare;
