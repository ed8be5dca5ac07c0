/** What the worker says, as changes of the run store. Pure: state and message in, change out. */

import type { FromWorker } from '../runner/protocol.ts';
import { longestFrames, type RunState } from './runStore.ts';

/** A run that has begun and shown nothing yet. */
export const nothingShown = {
  time: 0,
  trueSpeed: 0,
  crash: null,
  interventions: [],
  layout: null,
  frames: [],
  notes: [],
  shows: [],
  glance: null,
} satisfies Partial<RunState>;

/** The change a message makes; messages of a run that is no longer watched make none. `acted` is the controller's own. */
export function changeBy(state: RunState, message: FromWorker): Partial<RunState> | null {
  if (message.type !== 'crashed' && message.runId !== state.runId) return null;
  switch (message.type) {
    case 'loaded':
      return { layout: message.layout };
    case 'frames':
      return {
        frames: message.frames.length === 0 ? state.frames : [...state.frames, ...message.frames].slice(-longestFrames),
        notes: message.notes.length === 0 ? state.notes : [...state.notes, ...message.notes],
      };
    case 'rewound':
      return {
        frames: state.frames.filter(({ index }) => index < message.frames),
        notes: state.notes.slice(0, message.notes),
        time: message.time,
        status: 'paused',
      };
    case 'shows':
      return { shows: message.shows };
    case 'glance':
      return { time: message.time, trueSpeed: message.trueSpeed, glance: { time: message.time, instances: message.instances } };
    case 'status':
      return { status: message.status, time: message.time, ...(message.status === 'playing' ? {} : { trueSpeed: 0 }) };
    case 'crashed':
      return { status: 'crashed', crash: message.message, trueSpeed: 0, time: Math.max(state.time, message.time) };
    default:
      return null;
  }
}
