import { stopsRun } from '../design/problems.ts';
import { newSeed, restart, setSpeed, step, stepBack, togglePlay } from '../store/runController.ts';
import { runStore } from '../store/runStore.ts';
import { type DialogName, sessionStore } from '../store/sessionStore.ts';
import { type Act, unlessStrict } from './act.ts';
import { speedStep, speeds } from './speeds.ts';

/** A design with an error has no run to play, and a lesson asks for a guess first. */
const canRun = (): boolean => !sessionStore.getState().runLocked && !runStore.getState().problems.some(stopsRun);
const canStep = (): boolean => canRun() && runStore.getState().status !== 'finished';

const canGoBack = (): boolean => canRun() && runStore.getState().time > 0 && runStore.getState().status !== 'crashed';

function changeSpeed(by: 1 | -1): void {
  const next = speeds[speedStep(runStore.getState().speed) + by];
  if (next !== undefined) setSpeed(next);
}

const opens = (dialog: DialogName) => () => sessionStore.getState().set({ dialog });

/** What plays a design many times over: each a dialog of one family. */
const trials: readonly Act[] = [
  { id: 'compare', group: 'run', shortcuts: [{ code: 'KeyV' }], enabled: canRun, perform: opens('compare') },
  ...(['replicas', 'sweep', 'capacity', 'weakPoints'] as const).map(
    (id): Act => ({ id, group: 'run', shortcuts: [], enabled: () => canRun() && unlessStrict(), perform: opens(id) }),
  ),
];

export const runActs: readonly Act[] = [
  { id: 'playPause', group: 'run', shortcuts: [{ code: 'Space' }, { code: 'KeyP' }], enabled: canRun, perform: togglePlay },
  {
    id: 'stepBack',
    group: 'run',
    shortcuts: [{ code: 'Comma' }],
    repeats: true,
    enabled: canGoBack,
    perform: stepBack,
  },
  { id: 'stepFrame', group: 'run', shortcuts: [{ code: 'Period' }], repeats: true, enabled: canStep, perform: () => step('frame') },
  {
    id: 'stepEvent',
    group: 'run',
    shortcuts: [{ code: 'Period', shift: true }],
    repeats: true,
    enabled: canStep,
    perform: () => step('event'),
  },
  { id: 'restart', group: 'run', shortcuts: [{ code: 'KeyR' }], enabled: canRun, perform: restart },
  ...trials,
  {
    id: 'followRequest',
    group: 'run',
    shortcuts: [{ code: 'KeyQ' }],
    enabled: canRun,
    perform: () => sessionStore.getState().set({ requestsOpen: !sessionStore.getState().requestsOpen }),
  },
  { id: 'newSeed', group: 'run', shortcuts: [{ code: 'KeyN' }], enabled: canRun, perform: newSeed },
  {
    id: 'slower',
    group: 'run',
    shortcuts: [{ code: 'BracketLeft' }],
    repeats: true,
    enabled: () => speedStep(runStore.getState().speed) > 0,
    perform: () => changeSpeed(-1),
  },
  {
    id: 'faster',
    group: 'run',
    shortcuts: [{ code: 'BracketRight' }],
    repeats: true,
    enabled: () => speedStep(runStore.getState().speed) < speeds.length - 1,
    perform: () => changeSpeed(1),
  },
];
