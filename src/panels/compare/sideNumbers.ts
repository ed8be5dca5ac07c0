/** What each side has come to at the second both stand at: the numbers of a world that is not over yet, and what it would cost. */

import { useEffect, useState } from 'react';
import type { Frame } from '../../engine/frame.ts';
import { costOf } from '../../runner/cost.ts';
import { summarise } from '../../runner/summary.ts';
import { type Course, createWorldBook } from '../../runner/worldBook.ts';
import { type Merged, mergeWorlds } from '../../runner/worldMetrics.ts';
import { type PairSide, pairStore, sideStores } from '../../store/pair.ts';
import type { RunState } from '../../store/runStore.ts';

const spans = [30, 60, 120, 300, 600, 1800, 3600, 10_800, 43_200] as const;

/** The charts' axis ends at the next round moment, so that it stands still while the lines grow; never after the run. */
export const spanOf = (time: number, longest: number): number => Math.min(longest, spans.find((span) => span >= time) ?? longest);

export interface SideNumbers {
  merged: Merged;
  course: Course;
  /** Share of the requests answered; null while nothing was meant. */
  availability: number | null;
  usdPerMonth: number;
}

export function numbersOf(
  { design, plan }: PairSide,
  { layout, frames, notes }: Pick<RunState, 'layout' | 'notes'> & { frames: readonly Frame[] },
): SideNumbers | null {
  if (!layout || frames.length === 0) return null;
  const book = createWorldBook({ ...plan, seconds: spanOf(frames.at(-1)?.end ?? 0, plan.seconds) });
  for (const frame of frames) book.add(frame, layout);
  const record = book.close();
  const seconds = frames.at(-1)?.end ?? 0;
  const lost = (code: 'writes-lost' | 'messages-lost') => notes.reduce((sum, note) => sum + (note.code === code ? note.value : 0), 0);
  const world = { seconds, lost: { writes: lost('writes-lost'), messages: lost('messages-lost') }, ...record };
  const summary = summarise({ plan, layout, frames, notes });
  return {
    merged: mergeWorlds([world]),
    course: record.course,
    availability: summary.all.availability,
    usdPerMonth: costOf(design, summary).usdPerMonth,
  };
}

/** Eyes need no more. */
const everyMs = 500;

/** Both sides' numbers, made anew twice a second while there is something new. Frames beyond the shared second are left out. */
export function useSideNumbers(): readonly [SideNumbers | null, SideNumbers | null] {
  const [numbers, setNumbers] = useState<readonly [SideNumbers | null, SideNumbers | null]>([null, null]);
  useEffect(() => {
    let shown = '';
    const look = (): void => {
      const { sides, time } = pairStore.getState();
      const states = sideStores.map((store) => store.getState());
      const mark = [
        time,
        ...states.map(({ runId, frames, notes }) => `${runId} ${frames.length} ${frames.at(-1)?.index ?? -1} ${notes.length}`),
      ].join();
      if (!sides || mark === shown) return;
      shown = mark;
      const [a, b] = states.map((state, at) =>
        numbersOf(sides[at], { ...state, frames: state.frames.filter(({ end }) => end <= time + 1e-6) }),
      );
      setNumbers([a, b]);
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, []);
  return numbers;
}
