import { describe, expect, it } from 'vitest';
import { databaseBehavior } from '../nodes/database/behavior.ts';
import { inOrder, planOf, resultOf, type TestPlan } from '../nodes/testRun.ts';
import { usersBehavior } from '../nodes/users/behavior.ts';
import { webServerBehavior } from '../nodes/web-server/behavior.ts';
import type { Behavior } from './behavior.ts';
import { usualLimits } from './limits.ts';
import { createRun } from './run.ts';

const kinds = inOrder({ users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior });

/** 1000 requests a second into a server that has fallen silent, whose callers wait for ever. */
const drowning: TestPlan = {
  seconds: 600,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: 1000, patienceSeconds: 120 } },
    web: { kind: 'web-server', params: { vcpu: 32, queueLimit: 1_000_000 } },
  },
  links: [['people', 'web']],
  acts: [{ at: 2.5, act: 'hang', node: 'web' }],
};

function played(calls: number, slice: number) {
  const plan = planOf(drowning);
  const run = createRun(plan, kinds, { ...usualLimits, calls });
  while (!run.finished()) run.advance(plan.seconds, slice);
  return { run, result: resultOf(plan, run) };
}

describe('more calls than fit', () => {
  it('end the run by name, and what was measured stays', () => {
    const { run, result } = played(5000, 100_000);
    expect(run.ended()).toBe('overflow');
    // 5000 calls at 1000 a second from 2.5 s on
    expect(run.now()).toBeGreaterThan(7);
    expect(run.now()).toBeLessThan(8);
    expect(result.notes.at(-1)).toMatchObject({ code: 'overflow', value: 5000, time: run.now() });
    expect(result.frames.at(-1)?.end).toBe(run.now());
    expect(result.total('completed.read') / 2.5).toBeGreaterThan(900);
    const ended = result.total('completed.read') + result.total('failed.read.timeout');
    const column = result.layout.columns.findIndex(({ metric }) => metric === 'inFlightAtEnd');
    expect(ended + (result.frames.at(-1)?.values[column] ?? 0)).toBe(result.total('offered.read'));
    expect(run.advance(600, 1000)).toBe(0);
  });

  it('end it at the same event however it is sliced', () => {
    const [whole, sliced] = [played(5000, 1_000_000), played(5000, 77)];
    expect(sliced.result.frames).toEqual(whole.result.frames);
    expect(sliced.run.now()).toBe(whole.run.now());
  });

  it('do not end it where they fit, and it can be put back to before', () => {
    const plan = planOf({ ...drowning, seconds: 10 });
    const roomy = createRun(plan, kinds, { ...usualLimits, calls: 20_000 });
    roomy.advance(10, Number.MAX_SAFE_INTEGER);
    expect(roomy.ended()).toBe(null);
    const run = createRun(plan, kinds, { ...usualLimits, calls: 5000 });
    run.advance(5, Number.MAX_SAFE_INTEGER);
    const photo = run.snapshot();
    while (!run.finished()) run.advance(10, 1000);
    expect(run.ended()).toBe('overflow');
    run.restore(photo);
    expect(run.ended()).toBe(null);
    expect(run.finished()).toBe(false);
  });
});

it('time that does not go on ends the run by name', () => {
  // asks itself for another turn at the moment it is
  const restless: Behavior = {
    kind: 'restless',
    role: 'source',
    fields: {},
    metrics: {},
    create: ({ net, node }) => ({
      start: () => net.wake(node, 0, 0, 1.5),
      wake: () => net.wake(node, 0, 0, net.now),
      receive: () => {},
    }),
  };
  const plan = planOf({ ...drowning, seconds: 10, nodes: {}, links: [], acts: [] });
  const node = { id: 'restless', kind: 0, params: [], instances: 1, slots: 1, region: -1 };
  const run = createRun({ ...plan, nodes: [node] }, [restless], { ...usualLimits, atOnce: 10_000 });
  for (let slices = 0; slices < 100 && !run.finished(); slices++) run.advance(10, 1000);
  expect(run.ended()).toBe('standstill');
  expect(run.now()).toBe(1.5);
  expect(run.takeNotes()).toMatchObject([{ code: 'standstill', time: 1.5 }]);
});
