import { stopsRun } from '../design/problems.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { foundStore } from '../store/foundStore.ts';
import { newSeed, restart, setSpeed, step, stepBack, togglePlay } from '../store/runController.ts';
import { runStore } from '../store/runStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import type { Act } from './act.ts';
import { speedStep, speeds } from './speeds.ts';
import { say } from './toast.ts';

/** A design with an error has no run to play. */
const canRun = (): boolean => !runStore.getState().problems.some(stopsRun);
const canStep = (): boolean => canRun() && runStore.getState().status !== 'finished';

const canGoBack = (): boolean => canRun() && runStore.getState().time > 0 && runStore.getState().status !== 'crashed';

function changeSpeed(by: 1 | -1): void {
  const next = speeds[speedStep(runStore.getState().speed) + by];
  if (next !== undefined) setSpeed(next);
}

/** Kills one machine of every part in turn; says, and outlines on the canvas, whose loss the design does not survive. */
async function searchSinglePoints(): Promise<void> {
  const { findSinglePoints } = await import('../store/singlePoints.ts');
  const found = await findSinglePoints();
  if (found === null) return;
  const { nodes } = designStore.getState().design;
  const labels = found.map((id) => nodes.find((node) => node.id === id)?.label ?? id);
  const words = textOf(sessionStore.getState().locale).canvas.singlePoints;
  say(labels.length === 0 ? words.none : words.found(labels.join(', ')));
}

export const runActs: readonly Act[] = [
  { id: 'playPause', group: 'run', shortcuts: [{ code: 'Space' }, { code: 'KeyP' }], enabled: canRun, perform: togglePlay },
  {
    id: 'stepBack',
    group: 'run',
    shortcuts: [{ code: 'Comma' }],
    enabled: canGoBack,
    perform: stepBack,
  },
  { id: 'stepFrame', group: 'run', shortcuts: [{ code: 'Period' }], enabled: canStep, perform: () => step('frame') },
  {
    id: 'stepEvent',
    group: 'run',
    shortcuts: [{ code: 'Period', shift: true }],
    enabled: canStep,
    perform: () => step('event'),
  },
  { id: 'restart', group: 'run', shortcuts: [{ code: 'KeyR' }], enabled: canRun, perform: restart },
  {
    id: 'replicas',
    group: 'run',
    shortcuts: [],
    enabled: canRun,
    perform: () => sessionStore.getState().set({ dialog: 'replicas' }),
  },
  {
    id: 'singlePoints',
    group: 'run',
    shortcuts: [],
    enabled: () => canRun() && foundStore.getState().share === null,
    perform: () => {
      say(textOf(sessionStore.getState().locale).canvas.singlePoints.searching);
      void searchSinglePoints();
    },
  },
  { id: 'newSeed', group: 'run', shortcuts: [{ code: 'KeyN' }], enabled: canRun, perform: newSeed },
  {
    id: 'slower',
    group: 'run',
    shortcuts: [{ code: 'BracketLeft' }],
    enabled: () => speedStep(runStore.getState().speed) > 0,
    perform: () => changeSpeed(-1),
  },
  {
    id: 'faster',
    group: 'run',
    shortcuts: [{ code: 'BracketRight' }],
    enabled: () => speedStep(runStore.getState().speed) < speeds.length - 1,
    perform: () => changeSpeed(1),
  },
];
