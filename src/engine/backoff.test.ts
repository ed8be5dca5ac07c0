import { expect, it } from 'vitest';
import { answeringServer, simulate, type TestPlan } from '../nodes/testRun.ts';
import { usersBehavior } from '../nodes/users/behavior.ts';

const kinds = { users: usersBehavior, 'web-server': answeringServer };

/** A server that is silent, a caller with 200 ms of patience and four attempts. */
const waiting = (backoffJitter: number): TestPlan => ({
  seconds: 8,
  frameSeconds: 0.001,
  nodes: { people: { kind: 'users', params: { ratePerSecond: 1000, patienceSeconds: 120 } }, web: { kind: 'web-server' } },
  links: [['people', 'web', { timeoutSeconds: 0.2, retries: 3, backoffSeconds: 0.1, backoffCapSeconds: 2, backoffJitter }]],
  acts: [
    { at: 0, act: 'hang', node: 'web' },
    { at: 0.001, act: 'param', node: 'people', field: 'ratePerSecond', value: 0 },
  ],
});

it('without jitter a caller tries again after exactly its pause, doubled each time', () => {
  const result = simulate(waiting(1), kinds);
  const [first, ...arrivals] = result.series('web', 'arrived').flatMap((count, frame) => (count > 0 ? [frame] : []));
  expect(first).toBe(0);
  // 200 ms of patience and 100, 200, 400 ms of pause: attempts at 0, 300, 700, 1300 ms
  expect(arrivals.filter((frame) => frame > 1).map((frame) => Math.round(frame / 100) * 100)).toEqual([300, 700, 1300]);
  const ends = result.frames.flatMap(({ end }, i) => (result.series('people', 'failed')[i] > 0 ? [end] : []));
  expect(ends.map((end) => Math.round(end * 10) / 10)).toEqual([1.5]);
});

it('with full jitter the pauses scatter', () => {
  const result = simulate({ ...waiting(0), acts: [{ at: 0, act: 'hang', node: 'web' }] }, kinds);
  const early = result.series('web', 'arrived').slice(0, 200);
  expect(early.reduce((sum, count) => sum + count) / 200).toBeCloseTo(1, 0);
  // drawn from 0 to 100 ms after 200 ms: first seconds tries arrive from the 201st millisecond on
  const offered = result.series('people', 'offered');
  const again =
    result
      .series('web', 'arrived')
      .slice(200, 300)
      .reduce((sum, count) => sum + count) - offered.slice(200, 300).reduce((sum, count) => sum + count);
  expect(again / 50).toBeGreaterThan(0.7);
  expect(again / 50).toBeLessThan(1.3);
});
