/** Wires of a certain bandwidth: a message takes its size over it longer, each way. */

import { expect, it } from 'vitest';
import { requestClasses } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { answeringServer, inOrder, planOf, resultOf, simulate, type TestLink, type TestPlan } from './testRun.ts';
import { usersBehavior } from './users/behavior.ts';

const kinds = { users: usersBehavior, 'web-server': answeringServer };
/** 250 KB there and 1,000 KB back. */
const kb = { call: requestClasses.map(() => 250), answer: requestClasses.map(() => 1000) };

const design = (wire: TestLink[2], more: Partial<TestPlan> = {}): TestPlan => ({
  seconds: 20,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 10, arrivals: 'even' } },
    web: { kind: 'web-server', params: { cpuDynamicMs: 10 } },
  },
  links: [['users', 'web', { delaySeconds: 0.005, kb, ...wire }]],
  ...more,
});
const play = (...args: Parameters<typeof design>) => simulate(design(...args), kinds);
const near = (seconds: number | undefined, expected: number) => expect(Math.abs((seconds ?? 0) / expected - 1)).toBeLessThan(0.01);
const answers = (...args: Parameters<typeof design>) => play(...args).series('users', 'p50');

it('a message takes delay and size over bandwidth, each way', () => {
  near(answers({}).at(-1), 0.02);
  // 2 Mbit there and 8 Mbit back
  near(answers({ mbps: 100 }).at(-1), 0.02 + 0.02 + 0.08);
  near(answers({ mbps: 1000 }).at(-1), 0.02 + 0.01);
});

it('an answer that is none weighs nothing, and callers have patience as before', () => {
  const acts: TestPlan['acts'] = [{ at: 0, act: 'strike', node: 'web', fault: 'errors', value: 100 }];
  const failed = play({ mbps: 10, timeoutSeconds: 0.5 }, { acts });
  // 0.2 s there; a good answer would take 0.8 s back
  expect(failed.total('failed.read.error')).toBeGreaterThan(150);
  expect(failed.total('failed.read.timeout')).toBe(0);
  const late = play({ mbps: 10, timeoutSeconds: 0.5 });
  expect(late.total('completed.read')).toBe(0);
  expect(late.total('failed.read.timeout')).toBeGreaterThan(150);
});

it('may change in the middle of a run, and is in photographs', () => {
  const test = design({ mbps: 100 });
  const plan = planOf(test);
  const acts = [{ at: 10, act: 'link' as const, link: 0, field: 'mbps' as const, value: 1000 }];
  const run = createRun({ ...plan, acts }, inOrder(kinds));
  run.advance(10.05, Number.MAX_SAFE_INTEGER);
  const photograph = run.snapshot();
  run.advance(20, Number.MAX_SAFE_INTEGER);
  const end = run.snapshot();
  const seen = resultOf(plan, run).series('users', 'p50');
  near(seen[8], 0.12);
  near(seen.at(-1), 0.03);
  run.restore(photograph);
  run.advance(20, Number.MAX_SAFE_INTEGER);
  expect(run.snapshot()).toEqual(end);
});

it('a wire may come to have a bandwidth, and have none any more', () => {
  const plan = planOf(design({}));
  const at = (seconds: number, value: number) => ({ at: seconds, act: 'link' as const, link: 0, field: 'mbps' as const, value });
  const run = createRun({ ...plan, acts: [at(6, 100), at(13, 0)] }, inOrder(kinds));
  run.advance(20, Number.MAX_SAFE_INTEGER);
  const seen = resultOf(plan, run).series('users', 'p50');
  near(seen[4], 0.02);
  near(seen[10], 0.12);
  near(seen.at(-1), 0.02);
});
