/** Case crn-faster-server and property P04: two designs in the same worlds meet the same users, and that sharpens the difference. */

import { expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { addNode, connect, emptyDesign, setLinkParam, setParam, setSeconds, setWorkloadParam } from '../design/edits.ts';
import type { Plan } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList, behaviors } from '../nodes/behaviors.ts';
import type { Values } from '../schema/fields.ts';
import { compareMetric } from './compareWorlds.ts';
import { compile } from './compile.ts';
import { SAMPLE } from './protocol.ts';
import { playWorld } from './world.ts';

const server: Values = { vcpu: 1, service: 'exponential', threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0, jobShare: 0 };

/** 80 requests a second for one exponential server of this mean service time. */
function queue(serviceMs: number): Plan {
  let design: Design = addNode(addNode(emptyDesign(), 'users', { x: 0, y: 0 }), 'web-server', { x: 240, y: 0 });
  const [users, web] = design.nodes.map(({ id }) => id);
  design = connect(setParam(setParam(design, users, 'ratePerSecond', 80), users, 'patienceSeconds', 120), users, web);
  for (const [field, value] of Object.entries({ ...server, cpuDynamicMs: serviceMs })) design = setParam(design, web, field, value);
  for (const [field, value] of Object.entries({ delay: 'none', timeoutMs: 0, retries: 0 }))
    design = setLinkParam(design, design.links[0].id, field, value);
  for (const [field, value] of Object.entries({ staticShare: 0, writeShare: 0, keys: 1 })) design = setWorkloadParam(design, field, value);
  return compile(setSeconds(design, 60)).plan as Plan;
}

const [a, b] = [queue(10), queue(9.5)];

it('gives both arms the same arrivals, to the last bit', () => {
  const arrivals = [a, b].map((plan) => {
    const run = createRun(plan, behaviorList);
    const sent: number[] = [];
    run.setSampling(1);
    run.advance(5, Number.POSITIVE_INFINITY);
    const rows = run.takeSamples();
    // request, link, back, departAt; see SAMPLE of the protocol
    for (let i = 0; i < rows.length; i += SAMPLE.size) if (rows[i + 2] === 0) sent.push(rows[i], rows[i + 3]);
    return sent;
  });
  expect(arrivals[0].length).toBeGreaterThan(600);
  expect(arrivals[1]).toEqual(arrivals[0]);
});

it('needs at least three times fewer worlds than independent luck, and finds the difference that theory knows', () => {
  const worlds = (plan: Plan) => Array.from({ length: 40 }, (_, i) => playWorld(plan, behaviors, i + 1));
  const found = compareMetric(worlds(a), worlds(b), 'mean');
  expect(found.verdict).toBe('b-better');
  expect(found.bBetter).toBe(40);
  expect(found.paired?.varianceGain).toBeGreaterThan(3);
  // M/M/1: 1 / (100 - 80) - 1 / (105.26 - 80) s. From an empty start a minute stays a little below it.
  const { low, high } = found.paired?.difference ?? { low: 0, high: 0 };
  expect(low).toBeLessThan(-0.0104167);
  expect(high).toBeGreaterThan(-0.0104167);
});
