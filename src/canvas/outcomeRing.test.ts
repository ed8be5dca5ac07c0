import { afterEach, expect, it, vi } from 'vitest';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { shop } from '../runner/designsForTests.ts';
import { designStore } from '../store/designStore.ts';
import { runStore } from '../store/runStore.ts';
import { liveStore } from './liveFeed.ts';
import { startOutcomes } from './outcomeRing.ts';
import type { Reading } from './readings.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Rings over a run of ten seconds; `hear` is what new readings are to them, at a wall time in ms. */
function rings(status: 'playing' | 'paused') {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const design = shop();
  const { plan, index } = compile(design);
  if (!plan || !index) throw new Error('cannot run');
  const run = createRun(plan, behaviorList);
  run.advance(10, Number.POSITIVE_INFINITY);
  designStore.setState({ design });
  runStore.setState({ layout: run.layout, index, frames: run.takeFrames(), status });
  const wake = vi.fn();
  const readings = () => new Map(index.nodes.map(({ id }) => [id, {} as Reading]));
  liveStore.setState({ readings: readings() });
  const { adornment, stop } = startOutcomes(wake);
  const hear = (ms: number): void => {
    clock.mockReturnValue(ms);
    liveStore.setState({ readings: readings() });
  };
  return { adornment, stop, wake, hear, ids: index.nodes.map(({ id }) => id) };
}

it('shows how answers ended, and no more than three states a second while a run plays', () => {
  const { adornment, stop, wake, hear, ids } = rings('playing');
  expect(ids.some((id) => adornment.mark(id) !== 0)).toBe(true);
  expect(wake).toHaveBeenCalledTimes(1);
  for (let ms = 100; ms <= 3000; ms += 100) hear(ms);
  expect(wake.mock.calls.length - 1).toBeGreaterThan(4);
  expect(wake.mock.calls.length - 1).toBeLessThanOrEqual(9);
  stop();
});

it('misses nothing when the run comes to stand, and shows every moment that is gone to', () => {
  const { stop, wake, hear } = rings('playing');
  hear(50);
  expect(wake).toHaveBeenCalledTimes(1);
  runStore.setState({ status: 'paused' });
  expect(wake).toHaveBeenCalledTimes(2);
  hear(60);
  hear(70);
  expect(wake).toHaveBeenCalledTimes(4);
  stop();
});
