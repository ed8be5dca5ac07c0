/** What the worker says, as changes of the run store. Pure: state and message in, change out. */

import { NOTABLE } from '../engine/notable.ts';
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
  soFar: null,
  told: { frames: [], notes: [] },
  notable: [],
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
      return withTold(
        state,
        message.frames.length === 0 ? state.frames : [...state.frames, ...message.frames].slice(-longestFrames),
        message.notes.length === 0 ? state.notes : [...state.notes, ...message.notes],
        withNotable(state.notable, message.notable),
      );
    case 'rewound':
      return {
        // To and fro: what lies before that moment may have been left out of what is shown since.
        frames: state.told.frames.filter(({ index }) => index < message.frames),
        notes: state.told.notes.slice(0, message.notes),
        soFar: null,
        time: message.time,
        status: 'paused',
      };
    case 'shows':
      return { shows: message.shows };
    case 'glance':
      return {
        time: message.time,
        trueSpeed: message.trueSpeed,
        glance: { time: message.time, instances: message.instances },
        soFar: message.soFar,
      };
    case 'status':
      return { status: message.status, time: message.time, ...(message.status === 'playing' ? {} : { trueSpeed: 0 }) };
    case 'crashed':
      return { status: 'crashed', crash: message.why, trueSpeed: 0, time: Math.max(state.time, message.time) };
    default:
      return null;
  }
}

/** Told again are the same bytes, so the longer one holds both. */
function withTold(
  { told }: RunState,
  frames: RunState['frames'],
  notes: RunState['notes'],
  notable: RunState['notable'],
): Partial<RunState> {
  const isAhead = (told.frames.at(-1)?.index ?? -1) > (frames.at(-1)?.index ?? -1);
  return {
    frames,
    notes,
    notable,
    told: { frames: isAhead ? told.frames : frames, notes: told.notes.length > notes.length ? told.notes : notes },
  };
}

/** Frames that are told again take the place of what they told before; whoever reads leaves out what lies ahead of the newest. */
function withNotable(before: RunState['notable'], rows: Float64Array): RunState['notable'] {
  if (rows.length === 0) return before;
  const [first, last] = [rows[NOTABLE.frame], rows[rows.length - NOTABLE.size + NOTABLE.frame]];
  const kept = before.map((old) => {
    const isApart = old[NOTABLE.frame] > last || old[old.length - NOTABLE.size + NOTABLE.frame] < first;
    return isApart ? old : withoutFrames(old, first, last);
  });
  return [...kept.filter(({ length }) => length > 0), rows].slice(-longestFrames);
}

function withoutFrames(rows: Float64Array, first: number, last: number): Float64Array {
  return rows.filter((_, i) => {
    const frame = rows[i - (i % NOTABLE.size) + NOTABLE.frame];
    return frame < first || frame > last;
  });
}
