/**
 * One replication: a plan played to its end with the luck of one world, kept as little as can be merged exactly. World 1 has the
 * design's own seed, so the run that one watches is one of the worlds; the seeds of the others are derived from it by hashing
 * names (never by counting up, which would let worlds overlap), and each can be typed into the page to see that world.
 */

import type { Behavior } from '../engine/behavior.ts';
import type { NoteCode } from '../engine/frame.ts';
import { type RunLimits, runEnds } from '../engine/limits.ts';
import type { Plan } from '../engine/plan.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { createFramesHash } from './framesHash.ts';
import { runHeadless } from './headless.ts';
import { createUseBook, type Used } from './used.ts';
import { createWorldBook, type WorldRecord } from './worldBook.ts';
import { worldSeed } from './worldSeed.ts';

export interface World extends WorldRecord {
  /** From 1. */
  number: number;
  seed: string;
  framesHash: string;
  /** Simulated. */
  seconds: number;
  /** Writes that were acknowledged and are gone, and messages likewise. */
  lost: { writes: number; messages: number };
  /** For the bill of whoever knows the design. */
  used: Used;
}

/**
 * Plays one world. The same plan and number give the same world everywhere, whoever plays it and in whatever order.
 * @param plan with the design's own seed
 * @param number of the world, from 1
 * Throws the engine's word for it (`RunEnd`) where the run ends before its time: half a world is no world, and is merged with none.
 * @param limits what the run may use; null for the usual
 * @param onSlice now and then, with the simulated time reached in seconds
 */
export function playWorld(
  plan: Plan,
  behaviors: Readonly<Record<NodeKind, Behavior>>,
  number: number,
  onSlice: (time: number) => void = () => undefined,
  limits: RunLimits | null = null,
): World {
  const seed = worldSeed(plan.seed, number);
  const book = createWorldBook(plan);
  const useBook = createUseBook(plan);
  const hash = createFramesHash();
  let seconds = 0;
  const { notes } = runHeadless({ ...plan, seed }, behaviors, {
    ...(limits ? { limits } : {}),
    onSlice,
    onFrame(frame, layout) {
      hash.add(frame);
      book.add(frame, layout);
      useBook.add(frame, layout);
      seconds = frame.end;
    },
  });
  const end = notes.find(({ code }) => runEnds.some((word) => word === code));
  if (end) throw new Error(end.code);
  const lostAs = (code: NoteCode) => notes.reduce((sum, note) => sum + (note.code === code ? note.value : 0), 0);
  const lost = { writes: lostAs('writes-lost'), messages: lostAs('messages-lost') };
  return { number, seed, framesHash: hash.text(), seconds, lost, used: useBook.close(), ...book.close() };
}
