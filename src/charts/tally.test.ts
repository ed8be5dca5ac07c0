import { describe, expect, it } from 'vitest';
import type { Frame } from '../engine/frame.ts';
import type { Plan } from '../engine/plan.ts';
import { summarise } from '../runner/summary.ts';
import { emptyTally, figuresOf, tallyFrames, underWayAlone } from '../runner/tally.ts';
import { frameAt, layoutWith } from './framesForTests.ts';

const layout = layoutWith();
const plan: Plan = {
  seed: 's',
  frameSeconds: 1,
  seconds: 60,
  nodes: [],
  links: [],
  workload: { params: [], trace: [], traceSeconds: 0, recording: null },
  acts: [],
};

/** Conserved by construction: what is offered is answered, fails, or stays inside. */
function madeUp(count: number): Frame[] {
  let inside = 0;
  return Array.from({ length: count }, (_, i) => {
    const offered = { static: 7 + (i % 5), read: 11 + (i % 3), write: 2 };
    const failed = { refused: i % 4, timeout: i % 2 };
    const completed = { static: offered.static, read: offered.read - failed.refused, write: i % 6 === 0 ? 0 : 1 };
    const before = inside;
    inside +=
      offered.static + offered.read + offered.write - completed.static - completed.read - completed.write - failed.refused - failed.timeout;
    return frameAt(
      layout,
      i,
      {
        'offered.static': offered.static,
        'offered.read': offered.read,
        'offered.write': offered.write,
        'completed.static': completed.static,
        'completed.read': completed.read,
        'completed.write': completed.write,
        'failed.read.refused': failed.refused,
        'failed.write.timeout': failed.timeout,
        staleReads: i % 3,
        inFlightAtStart: before,
        inFlightAtEnd: inside,
      },
      Array.from({ length: 20 }, (_, n) => 0.002 * (1 + ((i * 7 + n * 13) % 50))),
    );
  });
}

describe('the tally of a run', () => {
  it('says the same as the summary of the runner', () => {
    const frames = madeUp(60);
    const tally = emptyTally(layout);
    for (let i = 0; i < frames.length; i += 7) tallyFrames(tally, frames.slice(Math.max(0, i - 3), i + 7));
    const summary = summarise({ plan, layout, frames, notes: [] });
    const figures = figuresOf(tally);
    expect(figures.offered).toBe(summary.all.offered);
    expect(figures.completed).toBe(summary.all.completed);
    expect(figures.failed).toBe(summary.all.failed);
    expect(tally.failedBy).toEqual(summary.all.failedBy);
    expect(figures.availability).toBe(summary.all.availability);
    expect(figures.latency).toEqual(summary.all.latency);
    expect(figures.offeredPerSecond).toBe(summary.ratesPerSecond.offered);
    expect(figures.goodputPerSecond).toBe(summary.ratesPerSecond.goodput);
    expect(tally.inFlight).toBe(summary.inFlight.atEnd);
    expect(tally.staleReads).toBe(summary.staleReads.count);
    expect(tally.conserved).toBe(true);
    expect(summary.conserved).toBe(true);
  });

  it('notices a request that went missing', () => {
    const [first, second] = madeUp(2);
    second.values[layout.columns.findIndex((column) => column.metric === 'inFlightAtEnd')] += 1;
    const tally = emptyTally(layout);
    tallyFrames(tally, [first]);
    expect(tally.conserved).toBe(true);
    tallyFrames(tally, [second]);
    expect(tally.conserved).toBe(false);
  });

  it('knows who alone keeps availability from all of it: those on the way, as long as nothing has failed', () => {
    const calm = frameAt(layout, 0, { 'offered.read': 100, 'completed.read': 93, inFlightAtEnd: 7 });
    const tally = emptyTally(layout);
    tallyFrames(tally, [calm]);
    expect([figuresOf(tally).availability, underWayAlone(tally)]).toEqual([0.93, 7]);
    const failing = frameAt(layout, 1, {
      'offered.read': 10,
      'completed.read': 9,
      'failed.read.shed': 1,
      inFlightAtStart: 7,
      inFlightAtEnd: 7,
    });
    tallyFrames(tally, [failing]);
    expect(underWayAlone(tally)).toBe(0);
  });

  it('has no numbers before the first frame', () => {
    expect(figuresOf(emptyTally(layout))).toMatchObject({ offeredPerSecond: 0, availability: null, latency: { p50: null } });
  });
});

it('counts those over a limit apart from failures, and no request is missing', () => {
  const tally = emptyTally(layout);
  const set = { 'offered.read': 10, 'completed.read': 6, 'failed.read.limited': 3, inFlightAtStart: 0, inFlightAtEnd: 1 };
  tallyFrames(tally, [frameAt(layout, 0, set)]);
  expect(tally).toMatchObject({ limited: 3, conserved: true });
  expect(figuresOf(tally)).toMatchObject({ failed: 0, availability: 6 / 7 });
});
