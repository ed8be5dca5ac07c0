/** How often the charts are drawn while a run plays: by counting over the whole way from the engine to the charts, on a clock that is not real. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { shop } from '../runner/designsForTests.ts';
import { createPacer } from '../runner/pacer.ts';
import type { FromWorker } from '../runner/protocol.ts';
import { createReporter } from '../runner/reporter.ts';
import { changeBy } from '../store/runMessages.ts';

/** A playing run whose messages reach the store, and how often the charts were drawn so far. */
async function playing(speed: number) {
  const { plan } = compile({ ...shop(), seconds: 600 });
  if (!plan) throw new Error('the shop does not run');
  vi.resetModules();
  const { onLive, onTip, tipNow } = await import('./live.ts');
  const { runStore: store } = await import('../store/runStore.ts');
  const run = createRun(plan, behaviorList);
  const send = (message: FromWorker) => store.setState(changeBy(store.getState(), message) ?? {});
  const clockMs = () => performance.now();
  const pacer = createPacer(run, plan, {
    clockMs,
    wait: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    worked: () => {},
    holdOn: () => false,
    onChange: (status, atRest) => reporter.report(status, atRest),
  });
  const slots = plan.nodes.reduce((sum, node) => sum + node.slots, 0);
  const reporter = createReporter({ runId: 0, run, slots }, { send, clockMs, trueSpeed: pacer.trueSpeed });
  send({ type: 'loaded', runId: 0, layout: run.layout });
  const drawn = { all: 0, whole: 0 };
  onLive(() => {
    drawn.all++;
    drawn.whole++;
  });
  onTip(() => drawn.all++);
  pacer.setSpeed(speed);
  pacer.play();
  return { pacer, drawn, tipNow };
}

let calm = false;
beforeEach(() => {
  calm = false;
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: calm }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([0.25, 1, 4, 64])(
  'at %s times the speed every chart is drawn five times a second, and rendered only when an interval has ended',
  async (speed) => {
    const { drawn } = await playing(speed);
    vi.advanceTimersByTime(1000);
    const before = { ...drawn };
    vi.advanceTimersByTime(8000);
    expect(drawn.all - before.all).toBeGreaterThanOrEqual(5 * 8 - 1);
    expect(drawn.all - before.all).toBeLessThanOrEqual(5 * 8 + 1);
    expect(drawn.whole - before.whole).toBeLessThanOrEqual(Math.ceil(8 * Math.min(speed, 5)) + 1);
  },
);

it('something is drawn in the first second of a run', async () => {
  const { drawn, tipNow } = await playing(1);
  vi.advanceTimersByTime(400);
  expect(drawn.all).toBeGreaterThanOrEqual(2);
  expect(tipNow()?.end).toBeGreaterThan(0.1);
  expect(tipNow()?.start).toBe(0);
});

it('a paused run is drawn once more and then no more', async () => {
  const { pacer, drawn } = await playing(1);
  vi.advanceTimersByTime(2500);
  pacer.pause();
  vi.advanceTimersByTime(300);
  const before = drawn.all;
  vi.advanceTimersByTime(10_000);
  expect(drawn.all).toBe(before);
});

it('who asked for less motion sees one update a second', async () => {
  calm = true;
  const { drawn } = await playing(1);
  vi.advanceTimersByTime(1000);
  const before = drawn.all;
  vi.advanceTimersByTime(8000);
  expect(drawn.all - before).toBeLessThanOrEqual(9);
  expect(drawn.all - before).toBeGreaterThanOrEqual(7);
});
