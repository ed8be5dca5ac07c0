/** Going along the run's time by what happened in it. Which moments those are is known below the panels: notes, plans and pins. */

import { withoutConcealed } from '../design/concealed.ts';
import { stopsRun } from '../design/problems.ts';
import { knownStore } from '../store/known.ts';
import { pinsStore } from '../store/pins.ts';
import { seek } from '../store/runController.ts';
import { runStore } from '../store/runStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { type Act, always } from './act.ts';

function neighbour(by: -1 | 1): number | null {
  const { time, startedFrom } = runStore.getState();
  const scenario = startedFrom?.scenario ?? [];
  const times = [
    ...withoutConcealed(knownStore.getState().notes, scenario),
    ...pinsStore.getState().pins,
    ...scenario.filter(({ hidden }) => !hidden).map(({ at }) => ({ time: at })),
  ].map((each) => each.time);
  const [before, after] = [times.filter((each) => each < time - 1e-6), times.filter((each) => each > time + 1e-6)];
  if (by > 0) return after.length > 0 ? Math.min(...after) : null;
  return before.length > 0 ? Math.max(...before) : time > 0 ? 0 : null;
}

function walk(by: -1 | 1): void {
  const found = neighbour(by);
  if (found !== null) seek(found);
}

const canWalk = (by: -1 | 1) => (): boolean => !runStore.getState().problems.some(stopsRun) && neighbour(by) !== null;

export const timeActs: readonly Act[] = [
  {
    id: 'previousEvent',
    group: 'run',
    shortcuts: [{ code: 'ArrowLeft', shift: true }],
    repeats: true,
    enabled: canWalk(-1),
    perform: () => walk(-1),
  },
  {
    id: 'nextEvent',
    group: 'run',
    shortcuts: [{ code: 'ArrowRight', shift: true }],
    repeats: true,
    enabled: canWalk(1),
    perform: () => walk(1),
  },
  {
    id: 'requirements',
    group: 'run',
    shortcuts: [],
    enabled: always,
    perform: () => sessionStore.getState().set({ dialog: 'requirements' }),
  },
  { id: 'notebook', group: 'run', shortcuts: [], enabled: always, perform: () => sessionStore.getState().set({ dialog: 'notebook' }) },
];
