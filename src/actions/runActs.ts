import { ChevronsRight, Dices, Play, Rabbit, RotateCcw, Snail, StepForward } from 'lucide-react';
import { newSeed, restart, setSpeed, step, togglePlay } from '../store/runController.ts';
import { runStore } from '../store/runStore.ts';
import type { Act } from './act.ts';
import { speedStep, speeds } from './speeds.ts';

/** A design with an error has no run to play. */
const canRun = (): boolean => !runStore.getState().problems.some((problem) => problem.severity === 'error');
const canStep = (): boolean => canRun() && runStore.getState().status !== 'finished';

function changeSpeed(by: 1 | -1): void {
  const next = speeds[speedStep(runStore.getState().speed) + by];
  if (next !== undefined) setSpeed(next);
}

export const runActs: readonly Act[] = [
  { id: 'playPause', group: 'run', icon: Play, shortcuts: [{ code: 'Space' }, { code: 'KeyP' }], enabled: canRun, perform: togglePlay },
  { id: 'stepFrame', group: 'run', icon: StepForward, shortcuts: [{ code: 'Period' }], enabled: canStep, perform: () => step('frame') },
  {
    id: 'stepEvent',
    group: 'run',
    icon: ChevronsRight,
    shortcuts: [{ code: 'Period', shift: true }],
    enabled: canStep,
    perform: () => step('event'),
  },
  { id: 'restart', group: 'run', icon: RotateCcw, shortcuts: [{ code: 'KeyR' }], enabled: canRun, perform: restart },
  { id: 'newSeed', group: 'run', icon: Dices, shortcuts: [{ code: 'KeyN' }], enabled: canRun, perform: newSeed },
  {
    id: 'slower',
    group: 'run',
    icon: Snail,
    shortcuts: [{ code: 'BracketLeft' }],
    enabled: () => speedStep(runStore.getState().speed) > 0,
    perform: () => changeSpeed(-1),
  },
  {
    id: 'faster',
    group: 'run',
    icon: Rabbit,
    shortcuts: [{ code: 'BracketRight' }],
    enabled: () => speedStep(runStore.getState().speed) < speeds.length - 1,
    perform: () => changeSpeed(1),
  },
];
