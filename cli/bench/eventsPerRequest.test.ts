import { expect, it } from 'vitest';
import { createRun } from '../../src/engine/run.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { dailyUsers, shardedRows } from './bigDesigns.ts';
import { designA, designB } from './designs.ts';
import { planOf } from './plans.ts';

/** Events that a run has played for each request that was meant. */
function eventsPerRequest(design: ReturnType<typeof designA>): number {
  const run = createRun(planOf(design), behaviorList);
  const events = run.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const offered = run.layout.columns.flatMap(({ metric }, column) => (metric.startsWith('offered.') ? [column] : []));
  const requests = run.takeFrames().reduce((sum, { values }) => offered.reduce((more, column) => more + values[column], sum), 0);
  return events / requests;
}

// What a request costs is first of all how many events it is. Model A: an arrival, the call, the end of its service, the answer. Model B: 7 for
// a hit and 10 for a miss if every step is one (docs/performance.md), and two more for the wires to the balancer and home.
it.each([
  ['model A', () => designA(60, 'events'), 4],
  ['model B', () => designB(60, 'events', true), 8.9],
  ['a million users a day', () => dailyUsers(1, 20, 'events'), 4.3],
  ['a router and its shards', () => shardedRows(20, 'events'), 10.6],
] as const)('%s: a request is no more events than it has to be', (_, design, most) => {
  const each = eventsPerRequest(design());
  expect(each).toBeLessThanOrEqual(most + 0.01);
  expect(each).toBeGreaterThan(most - 0.1);
});
