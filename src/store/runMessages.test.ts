import { describe, expect, it } from 'vitest';
import type { Frame, Note } from '../engine/frame.ts';
import type { FromWorker } from '../runner/protocol.ts';
import { changeBy } from './runMessages.ts';
import { type RunState, runStore } from './runStore.ts';

const frame = (index: number): Frame => ({ index, start: index, end: index + 1, values: new Float64Array(1), latency: new Uint32Array(0) });
const note = (time: number): Note => ({ time, code: 'change', node: 0, instance: -1, value: 0 });
const frames = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => frame(from + i));

/** What the store holds when these messages of one run. */
function held(...messages: Omit<Extract<FromWorker, { type: 'frames' | 'rewound' }>, 'runId'>[]): RunState {
  let state = runStore.getInitialState();
  for (const message of messages) state = Object.assign({ ...state }, changeBy(state, { runId: state.runId, ...message } as FromWorker));
  return state;
}
const shown = (state: RunState) => [state.frames.map(({ index }) => index), state.notes.map(({ time }) => time)];

describe('changeBy', () => {
  it('shows the whole past of a moment, however the run came there: far back, and on by a photograph that skips what was told', () => {
    const none = new Float64Array(0);
    const played = { type: 'frames', frames: frames(0, 8), notes: [note(1), note(5)], notable: none } as const;
    const back = { type: 'rewound', frames: 1, notes: 0, time: 1 } as const;
    const on = { type: 'rewound', frames: 6, notes: 2, time: 6 } as const;
    const toldAgain = { type: 'frames', frames: frames(6, 7), notes: [] as Note[], notable: none } as const;
    const messages = [played, back, on, toldAgain] as unknown as Parameters<typeof held>;
    expect(shown(held(...messages.slice(0, 2)))).toEqual([[0], []]);
    expect(shown(held(...messages.slice(0, 3)))).toEqual([
      [0, 1, 2, 3, 4, 5],
      [1, 5],
    ]);
    expect(shown(held(...messages))).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [1, 5],
    ]);
    expect(held(...messages).told.frames).toHaveLength(8);
  });
});
