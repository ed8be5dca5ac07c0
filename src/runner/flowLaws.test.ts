/**
 * Laws of flow, along the path of one run and exact: what goes in, what is inside and what comes out. The left sides come from the
 * frames; the right sides are put together here from the journeys of single requests, as somebody at the roadside would.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design, ScenarioEvent } from '../design/design.ts';
import { addScenarioEvent, setLinkParam, setParam, setWorkloadParam } from '../design/edits.ts';
import type { Frame } from '../engine/frame.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { drawing, seconds, withoutTools } from './drawingsForTests.ts';
import { SAMPLE } from './protocol.ts';

/** Nobody loses patience and nothing breaks: every journey has its way out and its way home. */
function patient(design: Design): Design {
  let calm: Design = { ...design, scenario: [] };
  for (const { id } of calm.links) calm = setLinkParam(setLinkParam(calm, id, 'timeoutMs', 0), id, 'retries', 0);
  // the slower of two copies has no way home
  for (const { id } of calm.links) calm = setLinkParam(calm, id, 'hedge', 'off');
  for (const { id, params } of calm.nodes) {
    if ('patienceSeconds' in params) calm = setParam(calm, id, 'patienceSeconds', 120);
    // a queue that takes a message back stops waiting for its worker's answer
    if ('visibilitySeconds' in params) calm = setParam(calm, id, 'visibilitySeconds', 43_200);
    for (const never of ['mtbfSeconds', 'queueTimeoutMs']) if (never in params) calm = setParam(calm, id, never, 0);
  }
  return calm;
}

/** Nobody is made slower: whose CPU is slowed or stolen is busy for longer than its work says, which is what these faults are. */
function unslowed(design: Design): Design {
  const slows = (event: ScenarioEvent) => event.act === 'slow' || (event.act === 'strike' && event.fault === 'steal');
  return { ...design, scenario: design.scenario.filter((event) => !slows(event)) };
}

/** What nodes of these kinds are told without being asked never travels home. */
const isTold = (kind: string) => ['cache', 'users', 'search-index'].includes(kind);

/** Sum of a metric's columns of one node over all frames, levels times their frame's length. */
function areaOf(frames: readonly Frame[], columns: readonly number[]): number {
  let area = 0;
  for (const { values, start, end } of frames) for (const i of columns) area += Math.max(0, values[i]) * (end - start);
  return area;
}

describe('flow', () => {
  it("obeys Little's law at every node: time inside, added up over calls, is number inside, integrated over time", () => {
    let compared = 0;
    fc.assert(
      fc.property(drawing, (drawn) => {
        const design = patient(drawn);
        const { plan } = compile(design);
        if (!plan) return;
        const run = createRun(plan, behaviorList);
        run.setSampling(1);
        const sojourns = new Float64Array(plan.nodes.length);
        const still = new Float64Array(plan.nodes.length);
        // pieces so short that no journey is left out for want of room
        let dropped = false;
        for (let events = 400; events === 400; ) {
          events = run.advance(seconds, 400);
          const rows = run.takeSamples();
          dropped ||= rows.length >= 4096 * SAMPLE.size;
          for (let at = 0; at < rows.length; at += SAMPLE.size) {
            const node = plan.links[rows[at + SAMPLE.link]].to;
            const home = rows[at + SAMPLE.back] === 1;
            const when = rows[at + (home ? SAMPLE.departAt : SAMPLE.arriveAt)];
            // what lies beyond the end has not happened
            if (when >= seconds) continue;
            sojourns[node] += home ? when : -when;
            still[node] += home ? -1 : 1;
          }
        }
        const frames = run.takeFrames();
        expect(dropped).toBe(false);
        design.nodes.forEach(({ kind }, node) => {
          if (isTold(kind)) return;
          const columns = run.layout.columns.flatMap((c, i) => (c.node === node && c.metric === 'inside' ? [i] : []));
          const area = areaOf(frames, columns);
          const timeInside = sojourns[node] + still[node] * seconds;
          expect(Math.abs(area - timeInside), kind).toBeLessThan(1e-9 * Math.max(1, area) * seconds);
          if (area > 0.1) compared++;
        });
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('obeys the utilization law: busy time is work done, to the last service', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawing, (drawn) => {
        // who is steered may be warming up, which takes longer
        let design = unslowed(patient(withoutTools(drawn)));
        // traffic ends in time for everything to be finished
        design = addScenarioEvent(design, { at: seconds / 3, act: 'set-workload', field: 'traffic', value: 0 });
        design = setWorkloadParam(design, 'staticShare', 0);
        for (const { id, params } of design.nodes) {
          if ('service' in params) design = setParam(design, id, 'service', 'fixed');
          if ('errorPercent' in params) design = setParam(design, id, 'errorPercent', 0);
          // one kind of work: who lost a session logs in again, which costs more
          for (const other of ['cpuFeedMs', 'cpuLoginMs']) if (other in params) design = setParam(design, id, other, params.cpuDynamicMs);
          // whoever comes for pages brings files along, which take less
          if ('visits' in params) design = setParam(setParam(design, id, 'visits', 'requests'), id, 'rateFrom', 'rate');
        }
        const { plan } = compile(design);
        if (!plan) return;
        const run = createRun(plan, behaviorList);
        run.advance(Infinity, 2_000_000);
        const frames = run.takeFrames();
        design.nodes.forEach(({ kind, params }, node) => {
          const holdsWhileAsking = design.links.some(({ from }) => from === design.nodes[node].id);
          const workMs = { 'web-server': params.cpuDynamicMs, worker: holdsWhileAsking ? undefined : params.jobMs }[kind as string];
          if (workMs === undefined || Number(params.fanOut ?? 1) > 1 || Number(params.againShare ?? 0) > 0) return;
          const columns = (metric: string) => run.layout.columns.flatMap((c, i) => (c.node === node && c.metric === metric ? [i] : []));
          const count = (metric: string) => frames.reduce((sum, { values }) => sum + columns(metric).reduce((n, i) => n + values[i], 0), 0);
          // one that was turned away, or is still inside, was not served to its end
          if (count('failed') > 0 || count('arrived') > count('completed')) return;
          // a worker that acknowledges first has completed what it still works at
          if (columns('utilization').some((i) => (frames.at(-1)?.values[i] ?? 0) > 0)) return;
          const servers = Number(params.vcpu ?? params.concurrency);
          const busy = areaOf(frames, columns('utilization')) * servers;
          const work = (count('completed') * Number(workMs)) / 1000;
          expect(Math.abs(busy - work)).toBeLessThan(1e-9 * Math.max(1, work));
          if (work > 0) compared++;
        });
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});
