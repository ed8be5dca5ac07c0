import { expect, it } from 'vitest';
import type { Behavior } from './behavior.ts';
import { METER } from './network.ts';
import { CLASS, OUTCOME, type Plan, type PlanAct } from './plan.ts';
import { createRun } from './run.ts';

/** Asks its link every 10 ms, from time 0. */
const clockwork: Behavior = {
  kind: 'clockwork',
  role: 'source',
  fields: {},
  metrics: {},
  create: (ctx) => ({
    start: () => ctx.net.wake(ctx.node, 0, 0, 0.01),
    receive: () => {},
    wake: () => {
      ctx.net.audience.offer(CLASS.read);
      ctx.net.send(ctx.links[0], ctx.firstSlot, -1, -1, CLASS.read, 0, 1, 0);
      ctx.net.wake(ctx.node, 0, 0, ctx.net.now + 0.01);
    },
    returned: (_, child, outcome) => ctx.net.audience.end(CLASS.read, outcome, ctx.net.now - ctx.net.calls.bornAt[child], false),
  }),
};

/** Knows at once that it will answer in half a second; says that `waiting` calls wait. */
const known: Behavior = {
  kind: 'known',
  role: 'server',
  fields: { waiting: 0 },
  metrics: {},
  create: (ctx) => {
    const queue = METER.queue * ctx.net.instances.count + ctx.firstSlot;
    return {
      receive: (call) => ctx.net.replyAt(call, OUTCOME.ok, ctx.net.now + 0.5),
      changed: () => ctx.net.meters.shift(queue, ctx.net.params[ctx.param('waiting')] - ctx.net.meters.values[queue]),
    };
  },
};

const node = (id: string, kind: number, params: number[]) => ({ id, kind, params, instances: 1, slots: 1, region: -1 });
const plan = (acts: PlanAct[]): Plan => ({
  seed: 'watch',
  frameSeconds: 1,
  seconds: 20,
  nodes: [node('source', 0, []), node('known', 1, [0])],
  links: [
    {
      id: 'l1',
      from: 0,
      to: 1,
      delaySeconds: 0,
      delayForm: 2,
      jitter: 0,
      timeoutSeconds: 0,
      retries: 0,
      backoffSeconds: 0,
      backoffCapSeconds: 0,
      weight: 1,
      asked: 0,
      backoffJitter: 0,
      via: null,
    },
  ],
  workload: { params: [], trace: [], traceSeconds: 0, recording: null },
  acts,
});
const waiting = (at: number, value: number): PlanAct => ({ at, act: 'param', node: 1, field: 0, value });

function played(acts: PlanAct[]) {
  const run = createRun(plan(acts), [clockwork, known]);
  run.advance(20, Number.POSITIVE_INFINITY);
  return { run, frames: run.takeFrames(), notes: run.takeNotes() };
}

it('marks where more wait than are served, once when it begins and once when it is over', () => {
  const { notes } = played([waiting(5.5, 3), waiting(12.5, 0)]);
  const marks = notes.filter(({ code }) => code === 'saturated' || code === 'desaturated');
  expect(marks.map(({ code, node: where, time }) => [code, where, time])).toEqual([
    ['saturated', 1, 6],
    ['desaturated', 1, 14],
  ]);
  expect(played([waiting(5.5, 0.9)]).notes.some(({ code }) => code === 'saturated')).toBe(false);
});

it('does not take a line for over that has only become shorter', () => {
  const { notes } = played([waiting(5.5, 3), waiting(10.5, 0.5), waiting(14.5, 3), waiting(16.5, 0.5)]);
  expect(notes.filter(({ code }) => code === 'saturated' || code === 'desaturated').map(({ code }) => code)).toEqual(['saturated']);
});

it('marks the first failure, and no other', () => {
  const { notes } = played([{ at: 3.2, act: 'crash', node: 1, instance: -1, factor: 1 }]);
  expect(notes.filter(({ code }) => code === 'first-failure').map(({ time }) => time)).toEqual([4]);
  expect(played([]).notes).toEqual([]);
});

it('a call counts as inside until its answer leaves, also where that moment was known beforehand', () => {
  const { run, frames } = played([]);
  const column = (name: string) => run.layout.columns.findIndex(({ metric, node: where }) => metric === name && where === 1);
  // Little's law: as many as arrive, half a second each, but for the one at the frame's edge; to the first frame nothing was carried over
  for (const { values } of frames.slice(1)) {
    expect(Math.abs(values[column('inside')] - values[column('arrived')] * 0.5)).toBeLessThan(0.5 + 1e-9);
  }
  expect(frames[0].values[column('inside')]).toBeLessThan(frames[1].values[column('inside')]);
  expect(frames[5].values[column('arrived')]).toBeGreaterThan(98);
});
