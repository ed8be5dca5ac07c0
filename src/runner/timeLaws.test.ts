/** A design whose every duration is twice as long and whose every rate is half as high is the same design, seen in slow motion. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { moveParts, setLabel, setParam } from '../design/edits.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { nodeQuantileColumns } from '../engine/frame.ts';
import { bucketCount } from '../engine/histogram.ts';
import { LINK_FAULT, type Plan, type PlanAct, workloadParams } from '../engine/plan.ts';
import { policyFields } from '../engine/policyFields.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { nodeKinds, specs } from '../nodes/specs.ts';
import { faultNamed, faultsOf } from '../schema/faults.ts';
import type { Field } from '../schema/fields.ts';
import { compile } from './compile.ts';
import { drawing, withoutTools } from './drawingsForTests.ts';

/** A power of two, so that scaling loses no digit. */
const k = 2;
/** Buckets of the histogram per factor of two. */
const octave = 64;

const scaled = (field: Field, value: number): number => {
  if (field.type !== 'number') return value;
  if (field.unit === 's' || field.unit === 'ms') return value * k;
  return field.unit.endsWith('/s') ? value / k : value;
};

/** Unit of a node's column: its kind's own metric, else one of the engine's. */
const unitOf = (kind: number, metric: string): string =>
  (specs[nodeKinds[kind]].metrics as Readonly<Record<string, { unit: string }>>)[metric]?.unit ??
  ((nodeQuantileColumns as readonly string[]).includes(metric) ? 's' : '');

/** The same plan on a clock that goes `k` times slower. */
function slowMotion(plan: Plan): Plan {
  const fieldsOf = (node: number) => Object.values(behaviorList[plan.nodes[node].kind].fields) as Field[];
  const linkTimes = ['delaySeconds', 'timeoutSeconds', 'backoffSeconds', 'backoffCapSeconds'];
  const longer = (each: PlanAct) => ('seconds' in each && each.seconds !== undefined ? { seconds: each.seconds * k } : {});
  const act = (each: PlanAct): PlanAct => {
    const at = each.at * k;
    if (each.act === 'param') return { ...each, at, value: scaled(fieldsOf(each.node)[each.field], each.value) };
    if (each.act === 'link') return { ...each, at, value: linkTimes.includes(each.field) ? each.value * k : each.value };
    // more on a wire's round trip is a time as well
    if (each.act === 'strike-link' && each.fault === LINK_FAULT.latency) return { ...each, at, value: each.value * k, ...longer(each) };
    if (each.act === 'strike') {
      const spec = specs[nodeKinds[plan.nodes[each.node].kind]];
      const name = faultNamed(spec, each.fault) ?? '';
      const amount = faultsOf(spec)[name]?.value;
      // megabytes a minute, in a unit that does not say so
      if (name === 'leak') return { ...each, at, value: each.value / k, ...longer(each) };
      return { ...each, at, value: amount ? scaled(amount, each.value) : each.value, ...longer(each) };
    }
    return { ...each, at, ...longer(each) };
  };
  return {
    ...plan,
    seconds: plan.seconds * k,
    frameSeconds: plan.frameSeconds * k,
    acts: plan.acts.map(act),
    nodes: plan.nodes.map((node, n) => ({ ...node, params: node.params.map((value, f) => scaled(fieldsOf(n)[f], value)) })),
    links: plan.links.map((link) => ({
      ...link,
      policy: link.policy?.map((value, i) => (/Seconds$/.test(policyFields[i]) ? value * k : value)),
      delaySeconds: link.delaySeconds * k,
      timeoutSeconds: link.timeoutSeconds * k,
      backoffSeconds: link.backoffSeconds * k,
      backoffCapSeconds: link.backoffCapSeconds * k,
    })),
    workload: {
      ...plan.workload,
      params: plan.workload.params.map((value, p) => scaled(workloadFields[workloadParams[p]] as Field, value)),
      traceSeconds: plan.workload.traceSeconds * k,
    },
  };
}

/**
 * Tools look once a second whatever the load does, rates by the day and a leak by the minute are rates of those, and a heap is collected
 * every two seconds: none of them has a slow motion.
 */
const ofAClock: readonly string[] = ['heap-pressure', 'leak'];

function withoutClocks(drawn: Design): Design {
  let design = withoutTools(drawn);
  design = { ...design, scenario: design.scenario.filter((event) => event.act !== 'strike' || !ofAClock.includes(event.fault)) };
  for (const { id, params } of design.nodes) {
    if ('rateFrom' in params) design = setParam(design, id, 'rateFrom', 'rate');
    if ('growthGBPerDay' in params) design = setParam(design, id, 'growthGBPerDay', 0);
  }
  return design;
}

describe('time', () => {
  it('has no scale of its own: everything twice as slow gives every time twice as long and every count the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawing, (drawn) => {
        let design = withoutClocks(drawn);
        // what happens more often than any machine could is held to a shortest time: the one time of its own that a kind has
        for (const { id, params } of design.nodes) {
          for (const often of ['pollMs', 'mtbfSeconds', 'mttrSeconds']) {
            if (often in params && Number(params[often]) < 1) design = setParam(design, id, often, often === 'mttrSeconds' ? 1 : 0);
          }
        }
        const { plan } = compile(design);
        if (!plan) return;
        const [original, slow] = [plan, slowMotion(plan)].map((each) => {
          const run = createRun(each, behaviorList);
          run.advance(Infinity, 2_000_000);
          return { columns: run.layout.columns, frames: run.takeFrames() };
        });
        expect(slow.frames.length).toBe(original.frames.length);
        original.frames.forEach((frame, f) => {
          original.columns.forEach(({ metric, node }, i) => {
            const value = frame.values[i];
            const unit = node < 0 ? '' : unitOf(plan.nodes[node].kind, metric);
            const isTime = ['s', 'ms', 'h'].includes(unit) && value !== -1;
            const factor = isTime ? k : unit.endsWith('/s') || metric.endsWith('Mbps') ? 1 / k : 1;
            // percentiles come from buckets, and below the lowest bucket there is no half of it
            if (/^p\d+/.test(metric) && value < 1e-6) return;
            if (slow.frames[f].values[i] !== value * factor)
              expect({ frame: f, node, metric, value: slow.frames[f].values[i] }).toEqual({
                frame: f,
                node,
                metric,
                value: value * factor,
              });
          });
          const shifted = Array.from(frame.latency, (n, at) => (at % 2 === 0 ? n + octave : n));
          if (shifted.every((n, at) => at % 2 === 1 || ((n & 0xffff) > octave && (n & 0xffff) < bucketCount)))
            expect(Array.from(slow.frames[f].latency)).toEqual(shifted);
          compared++;
        });
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

describe('place', () => {
  it('is none of the run: moved and renamed parts make the same plan', () => {
    let moved = 0;
    fc.assert(
      fc.property(drawing, fc.nat(20), fc.integer({ min: 8, max: 900 }), (design, n, by) => {
        const { id } = design.nodes[n % design.nodes.length];
        const elsewhere = setLabel(moveParts(design, [{ id, x: by, y: 2 * by }]), id, 'Somewhere else');
        expect(compile(elsewhere).plan).toEqual(compile(design).plan);
        if (compile(design).plan) moved++;
      }),
      { numRuns: 100 },
    );
    expect(moved).toBeGreaterThan(50);
  });
});
